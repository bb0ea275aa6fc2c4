//! Where the file of a post stands: the folder says the week, the name says the title
//! and the id. Pure functions of the post; nothing here looks at a disk.

use super::{Post, RelPath, Week};
use crate::text::slug;
use chrono_tz::Tz;

/// The folder of posts that have no time yet.
pub const IDEAS: &str = "ideas";

impl Post {
    /// The week whose folder the post belongs in: that of its own `when`, or of its first
    /// variant in time where only variants have one. `None` for an idea.
    pub fn home_week(&self, zone: Tz) -> Option<Week> {
        let first_of_variants =
            || self.variants.values().filter_map(|v| v.when).min_by_key(|w| w.wall(zone));
        self.when.or_else(first_of_variants).map(|when| Week::of(when.date(zone)))
    }

    /// `posts/2026/W48` or `ideas`.
    pub fn home_folder(&self, zone: Tz) -> String {
        self.home_week(zone).map_or_else(|| IDEAS.to_owned(), Week::folder)
    }
}

/// The path of a new file for this post: `posts/2026/W48/SLUG.ID.toml` or `ideas/SLUG.ID.toml`.
pub fn file_path(post: &Post, zone: Tz) -> RelPath {
    let slug = slug(post.display_title());
    RelPath::new(format!("{}/{slug}.{}.toml", post.home_folder(zone), post.id))
}

/// Where the file at `path` belongs once the post is as given: in the folder of its week,
/// under its name. `None` when it is there already.
pub fn moved_path(path: &RelPath, post: &Post, zone: Tz) -> Option<RelPath> {
    renamed(path, &post.home_folder(zone), post)
}

/// The same within its folder: a name that was made before there was a title gives way to
/// the title. `None` where the name stays.
pub fn named_path(path: &RelPath, post: &Post) -> Option<RelPath> {
    renamed(path, path.parent(), post)
}

/// Only a name nobody chose is replaced: the one of a post without any words.
fn renamed(path: &RelPath, folder: &str, post: &Post) -> Option<RelPath> {
    let named = |title: &str| format!("{}.{}.toml", slug(title), post.id);
    let made_up = path.file_name() == named("");
    let name = if made_up { named(post.display_title()) } else { path.file_name().to_owned() };
    let to = RelPath::new(format!("{folder}/{name}"));
    (to != *path).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Ids, Variant, When};
    use chrono_tz::Europe::Rome;

    fn local(text: &str) -> When {
        When::Local(text.parse().expect("a date and time"))
    }

    fn post() -> Post {
        Post::new(Ids::from_seed(1).fresh(), "Lancio collezione invernale")
    }

    #[test]
    fn a_post_lives_in_the_folder_of_its_iso_week_and_an_idea_with_the_ideas() {
        let mut post = post();
        let id = post.id.clone();
        assert_eq!(
            file_path(&post, Rome).as_str(),
            format!("ideas/lancio-collezione-invernale.{id}.toml")
        );
        post.when = Some(local("2027-01-01T09:00:00"));
        assert_eq!(
            file_path(&post, Rome).as_str(),
            format!("posts/2026/W53/lancio-collezione-invernale.{id}.toml")
        );
    }

    #[test]
    fn a_post_with_times_only_in_its_variants_lives_with_the_first_of_them() {
        let mut post = post();
        for (channel, when) in [("a", "2026-11-30T09:00:00"), ("b", "2026-11-24T09:00:00")] {
            let variant = Variant { when: Some(local(when)), ..Variant::default() };
            post.variants.insert(channel.into(), variant);
        }
        assert_eq!(post.home_folder(Rome), "posts/2026/W48");
    }

    #[test]
    fn moving_keeps_the_file_name_and_stays_put_within_a_week() {
        let mut post = post();
        post.when = Some(local("2026-12-01T09:00:00"));
        let old = RelPath::new("posts/2026/W48/nome-scelto-a-mano.toml");
        let new = moved_path(&old, &post, Rome).expect("another week");
        assert_eq!(new.as_str(), "posts/2026/W49/nome-scelto-a-mano.toml");
        assert_eq!(moved_path(&new, &post, Rome), None);
    }

    #[test]
    fn a_name_made_before_the_title_gives_way_to_it_and_one_that_was_chosen_never() {
        let mut post = post();
        let (id, title) = (post.id.clone(), std::mem::take(&mut post.title));
        post.when = Some(local("2026-11-24T09:00:00"));
        let made = file_path(&post, Rome);
        assert_eq!(made.as_str(), format!("posts/2026/W48/post.{id}.toml"));
        assert_eq!(named_path(&made, &post), None, "still without any words");
        post.text = "La lana torna a casa.\nDa lunedì.".into();
        let named = named_path(&made, &post).expect("a name");
        assert_eq!(named.as_str(), format!("posts/2026/W48/la-lana-torna-a-casa.{id}.toml"));
        assert_eq!(named_path(&named, &post), None);
        post.title = title;
        assert_eq!(named_path(&named, &post), None, "a name is given once");
        let other = Ids::from_seed(2).fresh();
        for chosen in ["post.toml".to_owned(), format!("post.{other}.toml"), "x.toml".into()] {
            let chosen = RelPath::new(format!("posts/2026/W48/{chosen}"));
            assert_eq!(named_path(&chosen, &post), None);
        }
        post.when = Some(local("2026-12-01T09:00:00"));
        let moved = moved_path(&made, &post, Rome).expect("another week");
        let name = format!("posts/2026/W49/lancio-collezione-invernale.{id}.toml");
        assert_eq!(moved.as_str(), name);
    }
}
