//! A lesson that is made up: one pause, and what is printed before and after.

use crate::runtime::{Result, println, sleep};

pub async fn main(made_up_pause: f64) -> Result<()> {
    println!("before");
    sleep(made_up_pause).await?;
    println!("after");
    Ok(())
}
