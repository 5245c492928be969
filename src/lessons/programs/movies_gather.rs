//! The real crawl, all movie pages at once, and the rows still in the order of the list.

use crate::crawl::Site;
use crate::runtime::{Naming, Result, Semaphore, gather, println};

async fn poster_of(site: Site, address: String, places: Semaphore) -> Result<String> {
    let _place = places.acquire().await?;
    let movie = site.open(&address).await?;
    movie.first("img")?.address("src")
}

pub async fn main(site: Site, limit: usize, concurrency: usize) -> Result<()> {
    let list = site.open(site.address()).await?;
    let places = Semaphore::new(concurrency);

    let (mut rows, mut posters) = (Vec::new(), Vec::new());
    for item in list.all("#showing-soon .item")?.into_iter().take(limit) {
        let link = item.nth("a", 1)?;
        let date = item.first("li")?.text();
        let poster = poster_of(site.clone(), link.address("href")?, places.clone());
        posters.push(poster.named(link.text()));
        rows.push(format!("{} {date}", link.text()));
    }
    for (row, poster) in rows.iter().zip(gather(posters).await?) {
        println!("{row} {poster}");
    }
    Ok(())
}
