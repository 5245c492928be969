//! The real crawl, one request at a time: the list page, then each movie's page.

use crate::crawl::Site;
use crate::runtime::{Result, println};

pub async fn main(site: Site, limit: usize) -> Result<()> {
    let list = site.open(site.address()).await?;
    for item in list.all("#showing-soon .item")?.into_iter().take(limit) {
        let link = item.nth("a", 1)?;
        let date = item.first("li")?.text();

        let movie = site.open(&link.address("href")?).await?;
        let poster = movie.first("img")?.address("src")?;
        println!("{} {date} {poster}", link.text());
    }
    Ok(())
}
