//! The posters: a sky, a motif of its own for each movie, and the title.
//!
//! Each poster is a handful of shapes of less than 900 bytes, so that the site needs no picture
//! files.

use std::fmt::Write;

use super::movie::Movie;

/// A poster's colours: the sky from top to bottom, then two to draw with.
type Palette = [&'static str; 4];

/// Draws the motif between a poster's sky and its title.
type Motif = fn(Palette) -> String;

/// Each movie's colours and motif, in the order of the list.
const DESIGNS: [(Palette, Motif); 12] = [
    (["#0b3954", "#bfd7ea", "#fffdf7", "#087e8b"], boat),
    (["#ffb703", "#fb8500", "#fff8e7", "#3d1f00"], clock),
    (["#a2d2ff", "#fdf0f5", "#ffffff", "#5e7ce2"], clouds),
    (["#2b2d42", "#8d5b4c", "#f2cc8f", "#14141f"], platform),
    (["#264653", "#2a9d8f", "#e9f5f3", "#e76f51"], rain),
    (["#03071e", "#3c096c", "#ffe8a3", "#c77dff"], stars),
    (["#5f0f40", "#fb8b24", "#ffe3c2", "#310822"], comet),
    (["#1d3557", "#e07a5f", "#f4f1de", "#16253d"], lighthouse),
    (["#8ecae6", "#e8f7ee", "#d62828", "#2d6a4f"], kite),
    (["#cad2c5", "#52796f", "#ffffff", "#2f3e46"], cable_car),
    (["#0077b6", "#03045e", "#90e0ef", "#ffd166"], library),
    (["#f94144", "#f9c74f", "#fff3b0", "#277da1"], summer),
];

/// Draws a movie's poster, 200 wide and 300 high.
pub(super) fn draw(movie: &Movie) -> String {
    let (palette, motif) = DESIGNS[(movie.id as usize - 1) % DESIGNS.len()];
    let [top, bottom, ..] = palette;
    let title = movie.title;
    let motif = motif(palette);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"300\" \
         viewBox=\"0 0 200 300\"><linearGradient id=\"s\" x2=\"0\" y2=\"1\">\
         <stop stop-color=\"{top}\"/><stop offset=\"1\" stop-color=\"{bottom}\"/>\
         </linearGradient><path fill=\"url(#s)\" d=\"M0 0h200v300H0z\"/>{motif}\
         <path d=\"M0 262h200v38H0z\" opacity=\".55\"/>\
         <text x=\"100\" y=\"286\" fill=\"#fff\" font-family=\"serif\" font-size=\"13\" \
         text-anchor=\"middle\">{title}</text></svg>"
    )
}

fn boat([.., ink, sea]: Palette) -> String {
    format!(
        "<circle cx=\"150\" cy=\"60\" r=\"22\" fill=\"{ink}\" opacity=\".8\"/>\
         <path fill=\"{ink}\" d=\"M78 150l22-36 22 36h18l-14 20H74l-14-20z\"/>\
         <path fill=\"{sea}\" d=\"M0 172q25-14 50 0t50 0 50 0 50 0v128H0z\"/>\
         <path fill=\"#05445e\" d=\"M30 236q50-46 112-14q14-4 20-22q4 14 18 16q-10 16-26 20q-40 34-124 0z\"/>"
    )
}

fn clock([.., ink, dark]: Palette) -> String {
    let mut marks = String::new();
    for hour in 0..12 {
        ray(&mut marks, hour as f64 * 30.0, (100.0, 140.0), (46.0, 52.0));
    }
    format!(
        "<g stroke=\"{dark}\" stroke-width=\"5\" stroke-linecap=\"round\">\
         <path d=\"M60 80a24 24 0 0 1 22-16M140 80a24 24 0 0 0-22-16M62 188l-10 16M138 188l10 16\" fill=\"none\"/>\
         <circle cx=\"100\" cy=\"140\" r=\"60\" fill=\"{ink}\"/>\
         <path stroke-width=\"3\" d=\"{marks}\"/><path d=\"M100 140v-34M100 140l22 14\"/></g>"
    )
}

fn clouds([.., ink, dark]: Palette) -> String {
    let cloud = "h80a20 20 0 0 0 0-40a28 28 0 0 0-52-10a25 25 0 0 0-28 50z";
    format!(
        "<path fill=\"{ink}\" d=\"M90 100{cloud}M20 160{cloud}\"/>\
         <path fill=\"{dark}\" d=\"M0 300V240l60-60 50 46 34-28 56 50v52z\"/>\
         <path fill=\"#fff4d6\" d=\"M88 240v-22l14-12 14 12v22z\"/>\
         <path stroke=\"{dark}\" stroke-width=\"3\" stroke-dasharray=\"7 6\" d=\"M60 168v40M80 168v30M40 168v44\"/>"
    )
}

fn platform([.., ink, dark]: Palette) -> String {
    format!(
        "<circle cx=\"100\" cy=\"96\" r=\"46\" fill=\"{ink}\"/>\
         <path stroke=\"{ink}\" stroke-width=\"3\" d=\"M0 250l90-56M200 250l-90-56M20 262l72-68M180 262l-72-68\"/>\
         <path fill=\"{dark}\" d=\"M0 206h200v28H0zM84 206q-6-30 4-46l-4-20 12 9h10l12-9-4 20q12 18 4 46z\
         M116 206q26 0 22-34q8 40-22 42z\"/>\
         <g fill=\"{ink}\"><circle cx=\"96\" cy=\"160\" r=\"2\"/><circle cx=\"106\" cy=\"160\" r=\"2\"/></g>"
    )
}

fn rain([.., ink, accent]: Palette) -> String {
    let mut drops = String::new();
    for drop in 0..18 {
        let (x, y) = (drop * 73 % 200, drop * 41 % 240);
        push(&mut drops, format_args!("M{x} {y}l-4 14"));
    }
    format!(
        "<path stroke=\"{ink}\" stroke-width=\"2\" opacity=\".6\" d=\"{drops}\"/>\
         <path fill=\"{accent}\" d=\"M40 160a60 60 0 0 1 120 0q-15-14-30 0q-15-14-30 0q-15-14-30 0q-15-14-30 0z\"/>\
         <path fill=\"none\" stroke=\"{ink}\" stroke-width=\"4\" d=\"M100 96v118a11 11 0 0 0 22 0\"/>"
    )
}

fn stars([.., ink, accent]: Palette) -> String {
    let mut stars = String::new();
    for star in 0..22 {
        let (x, y) = (star * 67 % 197, star * 47 % 190);
        push(&mut stars, format_args!("M{x} {y}h.1"));
    }
    format!(
        "<path stroke=\"{ink}\" stroke-width=\"3\" stroke-linecap=\"round\" d=\"{stars}\"/>\
         <path fill=\"{accent}\" opacity=\".35\" d=\"M96 200L140 0h60v30z\"/>\
         <path fill=\"#10002b\" d=\"M40 300v-60a60 60 0 0 1 120 0v60z\"/>\
         <path stroke=\"{accent}\" stroke-width=\"12\" d=\"M96 200l22-62\"/>"
    )
}

fn comet([.., ink, dark]: Palette) -> String {
    format!(
        "<path fill=\"{ink}\" opacity=\".35\" d=\"M0 20L158 84 128 122z\"/>\
         <path fill=\"{ink}\" opacity=\".5\" d=\"M20 44L156 88 132 116z\"/>\
         <circle cx=\"144\" cy=\"102\" r=\"24\" fill=\"{ink}\"/>\
         <path fill=\"{dark}\" d=\"M0 300v-70q100-50 200 0v70z\"/>\
         <path fill=\"#e09f3e\" d=\"M56 212q0-34 44-34t44 34q0 16-44 16t-44-16z\"/>\
         <path stroke=\"{dark}\" stroke-width=\"4\" stroke-linecap=\"round\" d=\"M78 190l8 18M97 186l8 20M117 188l8 18\"/>"
    )
}

fn lighthouse([.., ink, dark]: Palette) -> String {
    format!(
        "<path fill=\"{ink}\" opacity=\".4\" d=\"M104 84L0 40v70zM104 84L200 50v70z\"/>\
         <path fill=\"{ink}\" d=\"M86 240l8-140h20l8 140zM90 76h28v24H90z\"/>\
         <path fill=\"#c1121f\" d=\"M104 58l18 18H86zM93 122h22l2 26H91zM90 176h28l2 28H88z\"/>\
         <path fill=\"#ffd60a\" d=\"M97 80h14v16H97z\"/>\
         <path fill=\"{dark}\" d=\"M0 300v-50q60-30 104-14q50-14 96 20v44z\"/>"
    )
}

fn kite([.., ink, hill]: Palette) -> String {
    format!(
        "<path fill=\"{ink}\" d=\"M128 40l44 40-50 70-34-70z\"/>\
         <path fill=\"#fcbf49\" d=\"M128 40l-6 110-34-70zM172 80l-50 70 4-64z\"/>\
         <path fill=\"none\" stroke=\"#6d6875\" stroke-width=\"2\" d=\"M122 150q-40 30-10 50t-40 50\"/>\
         <path fill=\"{ink}\" d=\"M104 176l-12-6v14zM104 176l12-6v14zM118 206l-12-6v14zM118 206l12-6v14z\"/>\
         <path fill=\"{hill}\" d=\"M0 250q60-40 110-10t90-20v80H0z\"/>"
    )
}

fn cable_car([.., ink, dark]: Palette) -> String {
    format!(
        "<path fill=\"{ink}\" d=\"M0 300V190l60-70 40 50 50-80 50 90v120z\"/>\
         <path fill=\"{dark}\" opacity=\".8\" d=\"M0 300v-70l70-40 60 40 70-50v120z\"/>\
         <path stroke=\"{dark}\" stroke-width=\"3\" d=\"M0 40l200 50M102 66v40\"/>\
         <rect x=\"66\" y=\"104\" width=\"72\" height=\"48\" rx=\"10\" fill=\"#bc4749\"/>\
         <path fill=\"#ffe8a3\" d=\"M76 114h14v18H76zM95 114h14v18H95zM114 114h14v18h-14z\"/>"
    )
}

fn library([.., ink, accent]: Palette) -> String {
    let mut books = [String::new(), String::new()];
    for book in 0..12 {
        let (x, height) = (34 + book % 6 * 23, 22 + book * 5 % 14);
        let foot = 168 + book / 6 * 56;
        let shelf = &mut books[book % 2];
        push(shelf, format_args!("M{x} {foot}v-{height}h16v{height}z"));
    }
    let [odd, even] = books;
    format!(
        "<g fill=\"none\" stroke=\"{ink}\"><circle cx=\"150\" cy=\"50\" r=\"9\"/>\
         <circle cx=\"132\" cy=\"84\" r=\"5\"/></g>\
         <path fill=\"{ink}\" d=\"{odd}M24 168h152v5H24zM24 224h152v5H24z\"/>\
         <path fill=\"{accent}\" d=\"{even}M40 70q20-18 40 0l12-8v22l-12-8q-20 16-40-6z\"/>"
    )
}

fn summer([.., ink, sea]: Palette) -> String {
    let mut rays = String::new();
    for turn in 0..12 {
        ray(&mut rays, turn as f64 * 30.0, (100.0, 120.0), (62.0, 84.0));
    }
    format!(
        "<circle cx=\"100\" cy=\"120\" r=\"50\" fill=\"{ink}\"/>\
         <path stroke=\"{ink}\" stroke-width=\"5\" stroke-linecap=\"round\" d=\"{rays}\"/>\
         <path fill=\"{sea}\" d=\"M0 200h200v100H0z\"/>\
         <path fill=\"#f1faee\" d=\"M20 216l24-30 22 18 18-10 20 22zM128 236l18-22 20 12 18 10z\"/>"
    )
}

/// Adds a stroke away from a centre, at an angle in degrees, from one radius to another.
fn ray(path: &mut String, angle: f64, (x, y): (f64, f64), (from, to): (f64, f64)) {
    let (sin, cos) = angle.to_radians().sin_cos();
    let end = |radius: f64| ((x + radius * sin).round(), (y - radius * cos).round());
    let ((x1, y1), (x2, y2)) = (end(from), end(to));
    push(path, format_args!("M{x1} {y1}L{x2} {y2}"));
}

fn push(path: &mut String, piece: std::fmt::Arguments<'_>) {
    // Writing to a string does not fail.
    let _ = path.write_fmt(piece);
}
