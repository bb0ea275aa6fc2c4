//! Where everything stands in a TOML text: headers, keys, values, list entries, each as
//! a range of bytes. Says nothing of what the values mean.

use std::ops::Range;
use toml_parser::Source;
use toml_parser::parser::{Event, EventKind, parse_document};

/// A text as sections: the keys before any header, then one section for each header.
pub struct Layout<'a> {
    pub text: &'a str,
    pub sections: Vec<Section>,
}

#[derive(Debug)]
pub struct Section {
    pub path: Vec<String>,
    /// `[[path]]` rather than `[path]`.
    pub array: bool,
    /// The line of the header; empty at 0 for the keys before any header.
    pub header: Range<usize>,
    pub items: Vec<Item>,
}

#[derive(Debug)]
pub struct Item {
    /// One part, or more for a dotted key.
    pub key: Vec<String>,
    pub start: usize,
    pub value: Node,
}

#[derive(Debug)]
pub struct Node {
    pub span: Range<usize>,
    pub kind: Kind,
}

#[derive(Debug)]
pub enum Kind {
    Scalar,
    Array(Vec<Node>),
    Inline(Vec<Item>),
}

impl<'a> Layout<'a> {
    /// `None` where the text is not TOML.
    pub fn of(text: &'a str) -> Option<Self> {
        let source = Source::new(text);
        let (mut events, mut fault) = (Vec::<Event>::new(), None);
        parse_document(&source.lex().into_vec(), &mut events, &mut fault);
        events.retain(|event| {
            use EventKind::{Comment, Newline, Whitespace};
            !matches!(event.kind(), Whitespace | Comment | Newline)
        });
        let mut walk = Walk { source, events: events.iter().peekable() };
        let root = Section { path: Vec::new(), array: false, header: 0..0, items: Vec::new() };
        let mut layout = Self { text, sections: vec![root] };
        while let Some(event) = walk.events.peek() {
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    let section = walk.header(&layout)?;
                    layout.sections.push(section);
                }
                _ => {
                    let item = walk.item()?;
                    layout.sections.last_mut()?.items.push(item);
                }
            }
        }
        fault.is_none().then_some(layout)
    }

    /// The byte after the line that `offset` is on, its line feed included.
    pub fn line_end(&self, offset: usize) -> usize {
        self.text[offset..].find('\n').map_or(self.text.len(), |feed| offset + feed + 1)
    }

    pub fn line_start(&self, offset: usize) -> usize {
        self.text[..offset].rfind('\n').map_or(0, |feed| feed + 1)
    }

    /// The byte after the section's last line; comments behind it belong to the next one.
    pub fn section_end(&self, section: &Section) -> usize {
        match section.items.last() {
            Some(item) => self.line_end(item.value.span.end),
            None => section.header.end,
        }
    }

    /// CRLF where the first line ends so.
    pub fn newline(&self) -> &'static str {
        let first = self.text.find('\n').unwrap_or(0);
        if self.text[..first].ends_with('\r') { "\r\n" } else { "\n" }
    }
}

struct Walk<'a, 'e> {
    source: Source<'a>,
    events: std::iter::Peekable<std::slice::Iter<'e, Event>>,
}

impl Walk<'_, '_> {
    fn header(&mut self, layout: &Layout) -> Option<Section> {
        let open = self.events.next()?;
        let path = self.key()?;
        let close = self.events.next()?;
        let start = layout.line_start(open.span().start());
        Some(Section {
            path,
            array: open.kind() == EventKind::ArrayTableOpen,
            header: start..layout.line_end(close.span().end()),
            items: Vec::new(),
        })
    }

    fn key(&mut self) -> Option<Vec<String>> {
        let mut parts = Vec::new();
        loop {
            let event = self.events.next().filter(|e| e.kind() == EventKind::SimpleKey)?;
            let mut part = String::new();
            self.source.get(event)?.decode_key(&mut part, &mut ());
            parts.push(part);
            if self.events.next_if(|e| e.kind() == EventKind::KeySep).is_none() {
                return Some(parts);
            }
        }
    }

    fn item(&mut self) -> Option<Item> {
        let start = self.events.peek()?.span().start();
        let key = self.key()?;
        self.events.next().filter(|e| e.kind() == EventKind::KeyValSep)?;
        Some(Item { key, start, value: self.node()? })
    }

    fn node(&mut self) -> Option<Node> {
        let open = self.events.next()?;
        let start = open.span().start();
        let (end, kind) = match open.kind() {
            EventKind::Scalar => (open.span().end(), Kind::Scalar),
            EventKind::ArrayOpen => {
                let mut nodes = Vec::new();
                let end = self.until(EventKind::ArrayClose, |walk| {
                    nodes.push(walk.node()?);
                    Some(())
                })?;
                (end, Kind::Array(nodes))
            }
            EventKind::InlineTableOpen => {
                let mut items = Vec::new();
                let end = self.until(EventKind::InlineTableClose, |walk| {
                    items.push(walk.item()?);
                    Some(())
                })?;
                (end, Kind::Inline(items))
            }
            _ => return None,
        };
        Some(Node { span: start..end, kind })
    }

    /// Reads entries up to the closing bracket, whose end it returns.
    fn until(
        &mut self,
        close: EventKind,
        mut entry: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<usize> {
        loop {
            let next = self.events.peek()?;
            if next.kind() == close {
                return self.events.next().map(|event| event.span().end());
            }
            if next.kind() == EventKind::ValueSep {
                self.events.next();
            } else {
                entry(self)?;
            }
        }
    }
}
