//! A box of messages from the government: opening one, its attachment, the archive, the settings; and what is to be done.

use super::rules::{Rules, Scene};
use super::stages::Stages;
use crate::practice::event::Touch;
use crate::practice::spec::ScreenSpec;
use crate::practice::verdict::{Mistake, Verdict};

/// What is open in the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    List,
    /// A message, by its index.
    Message(usize),
    Settings,
}

/// Something to do; messages by their index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Task {
    Open(usize),
    Attachment(usize),
    Archive(usize),
    /// Switch the e-mail notices on.
    Notices,
}

impl Task {
    /// The key of its words, and the message that they name.
    pub fn words(self) -> (&'static str, Option<usize>) {
        match self {
            Task::Open(index) => ("inbox.task.open", Some(index)),
            Task::Attachment(index) => ("inbox.task.attachment", Some(index)),
            Task::Archive(index) => ("inbox.task.archive", Some(index)),
            Task::Notices => ("inbox.task.notices", None),
        }
    }

    /// Reads `open:<id>`, `attachment:<id>`, `archive:<id>` or `notices`.
    pub fn read(task: &str, messages: &[String]) -> Option<Task> {
        if task == "notices" {
            return Some(Task::Notices);
        }
        let (deed, id) = task.split_once(':')?;
        let index = messages.iter().position(|message| message == id)?;
        match deed {
            "open" => Some(Task::Open(index)),
            "attachment" => Some(Task::Attachment(index)),
            "archive" => Some(Task::Archive(index)),
            _ => None,
        }
    }
}

/// A message in the box.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    pub id: String,
    pub read: bool,
    /// Its attachment was opened.
    pub attachment: bool,
    pub archived: bool,
}

/// The box of messages.
#[derive(Debug)]
pub struct Inbox {
    items: Vec<Item>,
    tasks: Vec<Task>,
    open: Open,
    notices: bool,
}

impl Inbox {
    pub fn new(spec: &ScreenSpec) -> Inbox {
        Inbox {
            items: spec.options.iter().map(|id| Item { id: id.clone(), ..Item::default() }).collect(),
            tasks: spec.tasks.iter().filter_map(|task| Task::read(task, &spec.options)).collect(),
            open: Open::List,
            notices: false,
        }
    }

    /// The messages, the archived ones too, in the order of the flow.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    pub fn tasks(&self) -> &[Task] {
        &self.tasks
    }

    pub fn open(&self) -> Open {
        self.open
    }

    /// E-mail notices are on.
    pub fn notices(&self) -> bool {
        self.notices
    }

    pub fn is_done(&self, task: Task) -> bool {
        let item = |index: usize| self.items.get(index);
        match task {
            Task::Open(index) => item(index).is_some_and(|item| item.read),
            Task::Attachment(index) => item(index).is_some_and(|item| item.attachment),
            Task::Archive(index) => item(index).is_some_and(|item| item.archived),
            Task::Notices => self.notices,
        }
    }

    fn all_done(&self) -> bool {
        self.tasks.iter().all(|task| self.is_done(*task))
    }

    fn item(&mut self) -> Option<&mut Item> {
        let Open::Message(index) = self.open else { return None };
        self.items.get_mut(index)
    }
}

impl Rules for Inbox {
    /// Each thing to do, and before it what it is done in: its message, or the settings.
    fn stages(&self, _scene: &Scene, _spec: &ScreenSpec) -> Stages {
        let mut stages = Vec::new();
        let mut opened = None;
        for task in &self.tasks {
            match *task {
                Task::Attachment(index) | Task::Archive(index) if opened != Some(index) => {
                    stages.push(self.is_done(Task::Open(index)));
                }
                Task::Notices => stages.push(self.notices || self.open == Open::Settings),
                _ => {}
            }
            if let Task::Open(index) | Task::Attachment(index) | Task::Archive(index) = *task {
                opened = Some(index);
            }
            stages.push(self.is_done(*task));
        }
        // With the last one it is all done.
        stages.pop();
        Some(stages)
    }

    /// There is no button to send anything: what is left to do is not done by pressing Enter.
    fn submit(&mut self, _scene: &mut Scene) -> Verdict {
        if self.all_done() { Verdict::Right } else { Mistake::Empty.at(0) }
    }

    fn touch(&mut self, touch: Touch, _scene: &mut Scene) -> Option<Verdict> {
        match touch {
            Touch::Opened(index) if index < self.items.len() => {
                self.open = Open::Message(index);
                self.items[index].read = true;
            }
            Touch::AttachmentOpened => {
                if let Some(item) = self.item() {
                    item.attachment = true;
                }
            }
            Touch::Archived => {
                if let Some(item) = self.item() {
                    item.archived = true;
                    self.open = Open::List;
                }
            }
            Touch::Closed => self.open = Open::List,
            Touch::SettingsOpened => self.open = Open::Settings,
            Touch::NoticesOn(on) if self.open == Open::Settings => self.notices = on,
            _ => {}
        }
        self.all_done().then_some(Verdict::Right)
    }

    /// Each task from the list, and back to it.
    fn touches(&self, _scene: &Scene) -> Vec<Touch> {
        let of = |task: &Task| match *task {
            Task::Open(index) => vec![Touch::Opened(index), Touch::Closed],
            Task::Attachment(index) => vec![Touch::Opened(index), Touch::AttachmentOpened, Touch::Closed],
            Task::Archive(index) => vec![Touch::Opened(index), Touch::Archived],
            Task::Notices => vec![Touch::SettingsOpened, Touch::NoticesOn(true), Touch::Closed],
        };
        self.tasks.iter().flat_map(of).collect()
    }

    fn fill_in(&mut self, _scene: &mut Scene) {
        for task in self.tasks.clone() {
            match task {
                Task::Notices => self.notices = true,
                Task::Open(index) | Task::Attachment(index) | Task::Archive(index) => {
                    let item = &mut self.items[index];
                    item.read = true;
                    item.attachment |= matches!(task, Task::Attachment(_));
                    item.archived |= matches!(task, Task::Archive(_));
                }
            }
        }
        self.open = Open::List;
    }

    fn shown_is_done(&self) -> bool {
        true
    }

    fn stays_open(&self) -> bool {
        true
    }
}
