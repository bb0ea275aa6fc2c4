//! The languages a story is told in: what the screen says in each, so that one story is
//! played in both and looks for the words a person of that language would see.

pub struct Spoken {
    /// As `LANG` names it.
    pub lang: &'static str,
    /// A post of the demo's week, and the head of its first day.
    pub post: &'static str,
    pub monday: &'static str,
    pub week: &'static str,
    /// The tab of a text that every channel sends.
    pub common: &'static str,
    pub brief: &'static str,
    pub form: &'static str,
    pub keys: &'static str,
    pub welcome: &'static str,
    pub one_unsaved: &'static str,
    pub two_unsaved: &'static str,
    pub stopped: &'static str,
    pub crashed: &'static str,
    pub broke: &'static str,
    pub no_terminal: &'static str,
    pub nobody_listens: &'static str,
    pub editor_failed: &'static str,
    /// A post with suggestions nobody has decided about: words that find it, and its title.
    pub suggested: (&'static str, &'static str),
    pub read_only: &'static str,
    /// The same words were written here and on disk.
    pub clash: &'static str,
    /// Said while a text that is being left is saved.
    pub saving: &'static str,
    /// What could not be saved waits in the journal.
    pub waits: &'static str,
    /// Told at the end, when the disk did not answer.
    pub no_answer: &'static str,
    /// Where the texts are then, and what is said of words that are nowhere.
    pub in_journal: &'static str,
    pub nowhere: &'static str,
}

pub const ITALIAN: Spoken = Spoken {
    lang: "it_IT.UTF-8",
    post: "Gomitoli",
    monday: "lun 23",
    week: "settimana 48",
    common: "comune",
    brief: "Che cosa chiedi",
    form: "Campi ·",
    keys: "I tasti che funzionano qui",
    welcome: "Ti diamo il benvenuto",
    one_unsaved: "Un testo rimasto da salvare",
    two_unsaved: "2 testi rimasti da salvare",
    stopped: "Fermato",
    crashed: "la colpa è sua",
    broke: "si è rotto qualcosa",
    no_terminal: "ci vuole un terminale",
    nobody_listens: "127.0.0.1:9 non",
    editor_failed: "un errore",
    suggested: ("tre mani", "Un numero, tre mani"),
    read_only: "è in sola lettura",
    clash: "Intanto è cambiato anche su disco",
    saving: "sto salvando…",
    waits: "è al sicuro",
    no_answer: "Il disco non ha risposto in tempo",
    in_journal: "sono al sicuro in",
    nowhere: "non sono in nessun file",
};

pub const ENGLISH: Spoken = Spoken {
    lang: "en_GB.UTF-8",
    post: "Undyed",
    monday: "Mon 23",
    week: "week 48",
    common: "common",
    brief: "What you ask for",
    form: "Fields ·",
    keys: "Keys that work here",
    welcome: "Welcome",
    one_unsaved: "One text left unsaved",
    two_unsaved: "2 texts left unsaved",
    stopped: "Stopped",
    crashed: "the fault is its own",
    broke: "Something inside Palinsesto broke",
    no_terminal: "needs a terminal",
    nobody_listens: "Nothing is listening at 127.0.0.1:9",
    editor_failed: "ended with an error",
    suggested: ("three hands", "One number, three hands"),
    read_only: "is read-only",
    clash: "Meanwhile it changed on disk, too",
    saving: "saving…",
    waits: "it is safe",
    no_answer: "The disk did not answer in time",
    in_journal: "are safe in",
    nowhere: "are in no file",
};

pub const BOTH: [&Spoken; 2] = [&ITALIAN, &ENGLISH];
