//! shield: wait_for gives up, and the task that is shielded goes on.

use crate::runtime::{Naming, Result, create_task, println, shield, sleep, wait_for};

async fn save(work: f64) -> Result<String> {
    println!("save start");
    sleep(work).await?;
    println!("save done");
    Ok("the file".to_string())
}

pub async fn main(timeout: f64, work: f64) -> Result<()> {
    let task = create_task(save(work).named("save"));
    let saved = match wait_for(shield(task.clone()), timeout).await {
        Ok(saved) => saved,
        Err(_) => {
            println!("main gave up waiting");
            task.await?
        }
    };
    println!("main has {saved}");
    Ok(())
}
