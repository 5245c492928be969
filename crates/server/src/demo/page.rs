//! The demo site's pages as HTML.
//!
//! A crawler relies on these: in the list, `#showing-soon` holds one `div.item` per movie, whose
//! second link has the name and the address and whose first `li` is the date; on a movie's page
//! the first `img` is the poster. Addresses are relative, so that a crawler must join them; on one list
//! those of the movies are whole, as on sites whose crawlers need not.

use super::movie::{MOVIES, Movie};

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
.item{display:flex;gap:1rem;margin:1rem 0}
img{border-radius:6px}
ul{list-style:none;padding:0;margin:0}
h3{margin:0}";

/// Returns the list page, which declares this encoding. The addresses of the movies begin with `origin`,
/// which may be empty.
pub(super) fn list(charset: &str, origin: &str) -> String {
    let items: String = MOVIES.iter().map(|movie| item(movie, origin)).collect();
    let body = format!(
        "<h1>即将上映 Upcoming</h1>\n<div id=\"showing-soon\">\n{items}</div>\n\
         <p><a href=\"/\">UTF-8</a> <a href=\"/gbk\">GBK</a> \
         <a href=\"/mislabelled\">Mislabelled</a></p>\n"
    );
    document(charset, "即将上映 Upcoming", &body)
}

pub(super) fn movie(movie: &Movie) -> String {
    let Movie { id, name, plot, .. } = movie;
    let Movie { date, kind, .. } = movie;
    let body = format!(
        "<h1>{name}</h1>\n\
         <img src=\"/poster/{id}.svg\" alt=\"{name}\" width=\"200\" height=\"300\">\n\
         <ul><li>{date}</li><li>{kind}</li></ul>\n\
         <p>{plot}</p>\n\
         <p><a href=\"/upcoming\">即将上映 Upcoming</a></p>\n"
    );
    document("utf-8", name, &body)
}

fn item(movie: &Movie, origin: &str) -> String {
    let Movie { id, name, .. } = movie;
    let Movie { date, kind, .. } = movie;
    format!(
        "<div class=\"item\">\n\
         <a class=\"thumb\" href=\"{origin}/movie/{id}\">\
         <img src=\"/poster/{id}.svg\" alt=\"\" width=\"80\" height=\"120\"></a>\n\
         <div class=\"intro\">\n\
         <h3><a href=\"{origin}/movie/{id}\">{name}</a></h3>\n\
         <ul><li>{date}</li><li>{kind}</li></ul>\n\
         </div>\n\
         </div>\n"
    )
}

fn document(charset: &str, title: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"{charset}\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title}</title>\n<style>\n{STYLE}\n</style>\n</head>\n\
         <body>\n{body}</body>\n</html>\n"
    )
}
