//! What the guard's script does in a page, and what other scripts learn from it. This module
//! contains documentation only.
//!
//! The links that a `Guard` or a `Visitor` prints for the `head` of a page load the script. Without
//! it choosing works by plain forms, and elements that wait for consent do not start.
//!
//! # Scripts that wait for consent
//!
//! ```html
//! <script type="text/plain" data-cookie-category="Statistics" src="/audience.js"></script>
//! <script type="text/plain" data-cookie-category="Statistics">track("page")</script>
//! <script type="text/plain" data-cookie-category="Maps" data-type="module" src="/map.js"></script>
//! ```
//!
//! | attribute | meaning |
//! |---|---|
//! | `type="text/plain"` | the browser does not run the script; without it the script runs at once, and the console warns |
//! | `data-cookie-category` | the identifier of a category in the table; the console warns of any other word |
//! | `data-type="module"` | the script starts as a module |
//! | `async` | the script does not wait for others |
//! | `nonce` | the nonce of the guard's script, if the page uses nonces (`head_with_nonce`) |
//!
//! The script that starts in its place keeps all other attributes. Once the visitor grants a
//! category, its elements start in the order of the document: a file has run, or has failed, before
//! an inline script after it runs. Elements that are added to the page later start as well. Because
//! nothing can stop a running script, the page is reloaded if the visitor denies a category of
//! which something has run.
//!
//! Scripts of an `advanced` category start once the answer is known, whatever it is, and the page is
//! not reloaded for them. If vendors [could not be told](crate::guide::signals#when), scripts of
//! categories with signals do not start.
//!
//! # Other elements that wait for consent
//!
//! ```html
//! <iframe data-cookie-category="Maps" data-src="https://maps.example/" title="The way to us"></iframe>
//! <img data-cookie-category="Statistics" data-src="/seen.gif" alt="">
//! <template data-cookie-category="Maps">
//!   <video src="https://maps.example/tour.mp4" controls></video>
//!   <script src="https://maps.example/tour.js"></script>
//! </template>
//! ```
//!
//! A frame or an image gets its address, which has to begin with `https:`, `http:` or `/`. Anything
//! else waits in a `template`, which its content replaces. Scripts in it then start as those above
//! do. If the page uses nonces, all of these need the nonce, and each script in the template as
//! well. The page is reloaded if the visitor denies such a category later.
//!
//! Better, `Visitor::embed` and `Preferences::embed` print the template with a placeholder, and
//! after the grant the element itself, which then needs no script. Written by hand:
//!
//! ```html
//! <div data-cookie-embed="Maps" tabindex="-1">
//!   <div>
//!     <p>A map of maps.example</p>
//!     <button type="button" data-cookie-once>Load once</button>
//!   </div>
//!   <template data-cookie-category="Maps"><iframe src="https://maps.example/" title=".."></iframe></template>
//! </div>
//! ```
//!
//! | attribute | meaning |
//! |---|---|
//! | `data-cookie-embed` | a `div` that shows its first element, the placeholder, as long as the others wait. If the visitor denies the category later, they wait again in a template, and the page is not reloaded |
//! | `data-cookie-once` | a button in it that loads the others until the visitor's next answer. Nothing is stored or sent, and `granted` stays as it is |
//! | `data-cookie-failed` | an element in it that gets the text that the choice was not saved |
//! | `data-cookie-reload="Maps Statistics"` | a `div` that is shown once the answer for one of these categories is not that of the moment when the page was served. See `Visitor::reload_notice` |
//!
//! A sanitizer for what visitors write must remove `data-cookie-category` and `data-cookie-embed`.
//! It may allow an `iframe` without `src`, or only some addresses in `src`, and does not know that
//! `data-src` is one. Addresses of scripts are refused here, and under nonces everything without
//! the nonce; other frames and images would load.
//!
//! # What other scripts learn
//!
//! ```js
//! // For scripts that load later: the present state. Undefined until it is known.
//! window.cookieconsent?.granted.includes("Statistics");
//! // For scripts that loaded before, and for every change.
//! document.addEventListener("cookieconsent", ({ detail }) => detail.granted.includes("Statistics"));
//! ```
//!
//! Both objects are frozen. `granted` has the identifiers of all categories that are allowed now,
//! exempt ones included. The event comes before anything starts that waited for consent, and before
//! the page is reloaded after a choice. Vendors are [told](crate::guide::signals) with it.
//!
//! # Choosing
//!
//! A form with the attribute `data-cookie-choice` is posted without reloading the page, to
//! `preferences` beside the script whatever its `action` is. If another script has handled the
//! click, this one does nothing. Then the script fetches `choice` once and says that the choice was
//! saved only if the same answer came back; otherwise it shows the text of the form's
//! `data-failed`. After every choice the focus is on that message, so a screen reader reads it, and
//! goes on from there. If the page has to be reloaded, it says so after that. Until then only the
//! entry of the browser's history knows about it, so nothing is stored on the device.
//!
//! A link with `data-cookie-choose` to the form opens it in a dialog at the end of `body`. Escape and
//! the link with `data-cookie-back` close the dialog, and nothing is decided. If the form cannot be
//! fetched, the browser follows the link.
//!
//! A banner in the shape [`Dialog`](super::BannerShape::Dialog) keeps the focus while it is open.
//! Escape closes it for this page view and decides nothing; the next page asks again.
//!
//! | attribute | meaning |
//! |---|---|
//! | `data-cookie-choice` | a form whose buttons have `name="choice"` and `accept`, `refuse`, `save` or `grant` as their `value`, and whose boxes have `name="allow"` and a category. `grant` grants the category of a hidden field `allow`, and leaves the others as they are. A hidden field `via` with `banner` or `embed` says to the [record of decisions](crate::guide::consent_log) where the form is |
//! | `data-cookie-message` | gets the text that the choice was saved, and the focus; or the text that it was not |
//! | `data-cookie-banner`, `data-cookie-reason` | is removed when there is nothing to ask any more |
//! | `data-cookie-choose` | a link to the form, which opens it in place |
//! | `data-cookie-back` | in the dialog, a link that closes it |
//! | `data-cookie-place` | empty, gets the banner in a page that is the same for everybody; see [below](#pages-that-are-the-same-for-everybody) |
//! | `data-cookie-status="Statistics"` | gets the status of the category, in words |
//! | `data-cookie-decided` | gets the date of the answer |
//!
//! Denied items are then removed from local and session storage, from databases, and from
//! `document.cookie`. There the script removes the cookies that the table declares as set by a
//! script, with every domain and path that the page can see.
//!
//! # Pages that are the same for everybody
//!
//! A page that shared caches may store has the links of `Guard::head` in its `head`, nothing of a
//! `Visitor`, and an empty element first in `body`:
//!
//! ```html
//! <div data-cookie-place lang="en"></div>
//! ```
//!
//! The script fetches the visitor's answer and puts the banner there if, and only if, the visitor
//! has to be asked. `lang` chooses the language among those of the table. Because a bar would move
//! what is already being read, the banner is in the corner then, unless the guard asks in a dialog.
//! Without scripts such a page does not ask, and nothing that waits for consent starts.
//!
//! # Which answer counts
//!
//! The last answer counts in every view of a page. A page from a cache, one fetched in advance, or
//! one restored with the Back button may have an old answer, so the script fetches `choice` first
//! and starts nothing before the response. It fetches `choice` again when a tab is shown, and when
//! another tab of the site reports a change. A page that has just come from the server has the
//! answer in `data-granted` of the script, and nothing is fetched.
//!
//! # `choice`
//!
//! `GET /cookies/choice`, and a post with `Accept: application/json`, return this for the visitor:
//!
//! | field | meaning |
//! |---|---|
//! | `granted` | the identifiers of all categories that are allowed now |
//! | `mark` | identifies an answer by the choice and its minute; empty without an answer. It is not a secret, and proves nothing |
//! | `open` | whether the visitor has to be asked |
//! | `say` | the new texts of the page: pairs of an attribute without its `data-cookie-`, and a text |
//! | `html` | with `part=banner`, the banner if the visitor has to be asked; with `part=form`, the form in a dialog. Both return to the path in `return` |
//! | `remove` | what the server cannot remove, or not surely: pairs of `localStorage`, `sessionStorage`, `indexedDB` or `cookie`, and a regular expression for the names |
//!
//! # `Content-Security-Policy`
//!
//! The script works under `default-src 'self'` and `require-trusted-types-for 'script'`; a policy
//! that lists `trusted-types` has to name `cookie-decl`. Under a nonce with `strict-dynamic`, a
//! script may run every script that it starts: give the nonce to `head_with_nonce`, so that the
//! guard's script starts nothing that was injected into the page.
//!
//! A page keeps the policy that it was served with. If the guard writes the policy out of the
//! table, `data-policy` of the script names the categories that it depends on, and the script
//! reloads the page when the visitor grants one of them. Nothing of such a category can load once:
//! `Visitor::embed` leaves out that button.
