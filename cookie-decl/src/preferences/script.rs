//! What the script of the guard does in a page, and what it tells other scripts. This module contains documentation only.
//!
//! The links that a `Guard` or a `Visitor` prints for the `head` of a page load it. Without it everything works by plain
//! forms, and what waits for agreement does not start.
//!
//! # What waits
//!
//! ```html
//! <script type="text/plain" data-cookie-category="Statistics" src="/audience.js"></script>
//! <script type="text/plain" data-cookie-category="Statistics">track("page")</script>
//! <script type="text/plain" data-cookie-category="Maps" data-type="module" src="/map.js"></script>
//! ```
//!
//! | attribute | meaning |
//! |---|---|
//! | `type="text/plain"` | the browser does not run it; without that it runs at once, and the console says so |
//! | `data-cookie-category` | the identifier of a category in the table; any other word is said in the console |
//! | `data-type="module"` | it is a module once it starts |
//! | `async` | it waits for no other script |
//! | `nonce` | has to be that of the script, where the page names scripts by a nonce (`head_with_nonce`) |
//!
//! All other attributes are those of the script that starts in its place. Once a category is agreed to, what waits for it
//! starts in the order of the document: a file has run, or has failed, before what is inline after it runs.
//! What arrives in the page later starts as well. When an agreement is taken back the page is loaded anew if something of
//! the category has run, since nothing stops a script.
//!
//! # What other scripts learn
//!
//! ```js
//! // For scripts that load later: what holds now. It is not there as long as nothing is known.
//! window.cookieconsent?.granted.includes("Statistics");
//! // For those that are there before, and after every change.
//! document.addEventListener("cookieconsent", ({ detail }) => detail.granted.includes("Statistics"));
//! ```
//!
//! Both are frozen. `granted` has the identifiers of all categories that are allowed now, exempt ones included.
//!
//! # Choosing
//!
//! A form with the attribute `data-cookie-choice` is posted without loading the page anew, to `preferences` beside the
//! script whatever its `action` is; where another script has taken the click it is left alone. Then the script asks `choice`
//! once, and says that the choice was saved only if the same answer came back; otherwise it says the text of
//! `data-failed` of the form.
//!
//! | attribute | meaning |
//! |---|---|
//! | `data-cookie-choice` | a form whose buttons have `name="choice"` and `accept`, `refuse` or `save` as their `value`, and whose boxes have `name="allow"` and a category |
//! | `data-cookie-message` | gets the text that it was saved, and the focus, or that it was not |
//! | `data-cookie-banner`, `data-cookie-reason` | goes when there is nothing to ask any more |
//! | `data-cookie-status="Statistics"` | gets what holds for the category, in words |
//! | `data-cookie-decided` | gets the date of the answer |
//!
//! What is denied is then removed from local and session storage, from databases, and from `document.cookie`: what the
//! table declares as set by a script, with every domain and path that the page can see.
//!
//! # Which answer counts
//!
//! The last one, in every view of a page. A page that comes from a cache, was fetched in advance or is
//! restored with the Back button says what held before: the script asks `choice` first, and starts nothing until it is answered. It asks again when a tab is shown,
//! and when another tab of the site says that something has changed. A page that comes from the server just now says what
//! holds in `data-granted` of the script, and nothing is asked.
//!
//! # `choice`
//!
//! `GET /cookies/choice`, and the answer to a post with `Accept: application/json`, is this for the visitor who asks:
//!
//! | field | meaning |
//! |---|---|
//! | `granted` | the identifiers of all categories that are allowed now |
//! | `mark` | tells answers apart: what was chosen, and in which minute; empty without one. It is not a secret, and proves nothing |
//! | `open` | whether the visitor has to be asked |
//! | `say` | what the page says from now on: pairs of an attribute without its `data-cookie-`, and a text |
//! | `remove` | what only scripts can remove, or not the server alone: pairs of `localStorage`, `sessionStorage`, `indexedDB` or `cookie`, and a regular expression of the names |
//!
//! # `Content-Security-Policy`
//!
//! `default-src 'self'` lets it in. It works with `require-trusted-types-for 'script'`; a policy that lists `trusted-types`
//! has to name `cookie-decl`. Under a nonce with `strict-dynamic` every script that another one starts may run: give the
//! nonce to `head_with_nonce`, so that nothing is started that was injected into the page.
