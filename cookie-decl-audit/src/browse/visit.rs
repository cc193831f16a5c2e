//! The visit of one visitor.

use serde_json::json;

use crate::browse::chromium::Chromium;
use crate::browse::error::BrowseError;
use crate::browse::hosts::path_of;
use crate::browse::page::{Action, Page};
use crate::browse::seen::{Item, Look};
use crate::browse::settings::Settings;
use crate::browse::tab::Tab;
use crate::policy_file::PolicyFile;
use crate::visitor::Visitor;

/// What one visitor saw.
pub(crate) struct Visit {
    pub(crate) visitor: Visitor,
    /// What the browser kept before the visitor answered.
    pub(crate) before: Vec<Item>,
    pub(crate) looks: Vec<Look>,
    /// The pages that were answered with an error, with their status.
    pub(crate) failed: Vec<(String, u64)>,
}

impl Visit {
    fn new(visitor: Visitor) -> Self {
        Self {
            visitor,
            before: Vec::new(),
            looks: Vec::new(),
            failed: Vec::new(),
        }
    }
}

/// Makes the visits of one browser context. A visitor who agrees withdraws afterwards.
pub(crate) fn visit(
    browser: &Chromium,
    file: &PolicyFile,
    settings: &Settings,
    visitor: Visitor,
    pages: &[Page],
) -> Result<Vec<Visit>, BrowseError> {
    let sends_gpc = visitor == Visitor::SendsGpc;
    let tab = Tab::open(browser.client(), settings.linger, sends_gpc);
    let tab = tab.map_err(|error| {
        let log = browser.last_words();
        BrowseError::Browser(format!("the browser does not work: {error}\n{log}"))
    })?;
    let mut trip = Trip {
        tab,
        file,
        settings,
        pages,
        address: None,
    };
    let mut visits = vec![trip.make(visitor, Vec::new())?];
    if visitor == Visitor::Agreed {
        let last = visits[0].looks.last();
        let before = last.map(|look| look.items.clone()).unwrap_or_default();
        visits.push(trip.make(Visitor::Withdrew, before)?);
    }
    Ok(visits)
}

struct Trip<'b> {
    tab: Tab<'b>,
    file: &'b PolicyFile,
    settings: &'b Settings,
    pages: &'b [Page],
    /// The address below which the guard's pages are, once a page has named it.
    address: Option<String>,
}

/// Returns the address of the guard's pages, from the script that the guard adds to each page.
const ADDRESS: &str = "(() => {
    const script = document.querySelector('script[data-categories][src]');
    return script ? new URL('.', script.src).href : null;
})()";

impl Trip<'_> {
    fn make(&mut self, visitor: Visitor, before: Vec<Item>) -> Result<Visit, BrowseError> {
        let mut visit = Visit::new(visitor);
        visit.before = before;
        match visitor {
            Visitor::NeverAsked | Visitor::SendsGpc => {}
            Visitor::Agreed => self.answer(&mut visit, self.settings.agree.as_ref())?,
            Visitor::Refused | Visitor::Withdrew => {
                self.answer(&mut visit, self.settings.refuse.as_ref())?;
            }
            Visitor::GrantedOnly(_) => self.answer(&mut visit, None)?,
        }
        for page in self.pages {
            let about = |message| BrowseError::Page {
                page: page.path.clone(),
                visitor: visitor.words(self.file).into_owned(),
                message,
            };
            let status = self.open(page, visitor).map_err(about)?;
            if let Some(status) = status.filter(|status| *status >= 400) {
                visit.failed.push((page.path.clone(), status));
            }
            let look = self.look(&page.path).map_err(about)?;
            visit.looks.push(look);
        }
        Ok(visit)
    }

    /// Opens a page and takes its steps. Returns the status of the page itself.
    fn open(&mut self, page: &Page, visitor: Visitor) -> Result<Option<u64>, String> {
        let progress = format!("{} ({})", page.path, visitor.words(self.file));
        self.settings.progress.tell(&progress);
        let status = self.tab.navigate(&self.settings.address_of(&page.path))?;
        for step in &page.steps {
            let (selector, is_there) = match step {
                Action::Fill(selector, text) => (selector, self.tab.fill(selector, text)?),
                Action::Click(selector) => (selector, self.tab.click(selector)?),
                Action::Script(script) => {
                    self.tab.evaluate(script)?;
                    self.tab.settle(self.settings.linger)?;
                    continue;
                }
            };
            // A visitor who has taken a step before may not be able to take it again.
            if !is_there && visitor != Visitor::Withdrew {
                return Err(format!("no element matches `{selector}`"));
            }
        }
        Ok(status)
    }

    fn look(&mut self, page: &str) -> Result<Look, String> {
        let items = self.tab.items()?;
        let (requests, refused) = self.tab.take_traffic();
        Ok(Look {
            page: page.to_owned(),
            items,
            requests,
            refused,
        })
    }

    /// Answers as a visitor does, and looks at what changes.
    fn answer(&mut self, visit: &mut Visit, own: Option<&Page>) -> Result<(), BrowseError> {
        let visitor = visit.visitor;
        let choice = visitor.choice();
        let about = |message| BrowseError::Answer {
            visitor: visitor.words(self.file).into_owned(),
            message,
        };
        let page = if let Some(page) = own {
            self.open(page, visitor).map_err(about)?;
            page.path.clone()
        } else {
            let page = self.find_form(choice).map_err(about)?;
            visit.before = self.tab.items().map_err(about)?;
            // Until then, the visitor was never asked.
            self.tab.take_traffic();
            self.tick(visitor).map_err(about)?;
            self.tab.click(&button(choice)).map_err(about)?;
            self.is_kept().map_err(about)?;
            page
        };
        let look = self.look(&page).map_err(about)?;
        visit.looks.push(look);
        Ok(())
    }

    /// Opens the page with the form for the answer, and returns its path.
    fn find_form(&mut self, choice: &str) -> Result<String, String> {
        let first = self.pages.first().map_or("/", |page| &page.path).to_owned();
        self.tab.navigate(&self.settings.address_of(&first))?;
        if self.address.is_none() {
            let address = self.tab.evaluate(ADDRESS)?;
            self.address = address.as_str().map(String::from);
        }
        if self.has(&button(choice))? {
            return Ok(first);
        }
        let policy = match (&self.settings.policy_page, &self.address) {
            (Some(page), _) => self.settings.address_of(page),
            (None, Some(address)) => address.clone(),
            (None, None) => self.settings.address_of("/cookies"),
        };
        let policy = policy.trim_end_matches('/');
        for page in [format!("{policy}/preferences"), policy.to_owned()] {
            self.tab.navigate(&page)?;
            if self.has(&button(choice))? {
                return Ok(path_of(&page).to_owned());
            }
        }
        Err(format!(
            "there is no form of the guard on {first}, and none on {policy}/preferences: name the \
             policy page with `.policy_page(\"/privacy\")`; if the site has its own form, say \
             how it is answered with `.agree(Page::new(..).click(..))` and `.refuse(..)`"
        ))
    }

    /// Ticks what a visitor grants who does not answer for everything at once.
    fn tick(&mut self, visitor: Visitor) -> Result<(), String> {
        let granted: Vec<_> = visitor.granted(self.file).collect();
        let granted = json!(granted);
        self.tab.evaluate(&format!(
            "for (const box of document.querySelectorAll('[data-cookie-choice] [name=allow]')) {{
                box.checked = {granted}.includes(box.value);
            }}"
        ))?;
        Ok(())
    }

    fn has(&mut self, selector: &str) -> Result<bool, String> {
        let selector = json!(selector);
        let script = format!("document.querySelector({selector}) !== null");
        Ok(self.tab.evaluate(&script)? == true)
    }

    /// Returns an error unless the site now knows the answer.
    fn is_kept(&mut self) -> Result<(), String> {
        let failed = "(() => {
            const banner = document.querySelector('[data-cookie-banner]');
            const form = document.querySelector('[data-cookie-choice]');
            const message = document.querySelector('[data-cookie-message]')?.textContent;
            return !!banner || !!message && message === form?.dataset.failed;
        })()";
        if self.tab.evaluate(failed)? == true {
            let (_, refused) = self.tab.take_traffic();
            let refused: Vec<_> = refused
                .into_iter()
                .map(|it| format!("; it refused `{}`: {}", it.name, it.reason))
                .collect();
            return Err(format!(
                "the browser did not keep the answer{}. Over http, browsers keep `Secure` cookies \
                 on localhost only",
                refused.concat()
            ));
        }
        Ok(())
    }
}

fn button(choice: &str) -> String {
    format!("[data-cookie-choice] [name=choice][value={choice}]")
}
