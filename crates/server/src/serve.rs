//! `interleave serve`: three origins, until the command is stopped.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Args;

use crate::origins::{Origin, OriginError, Origins};

/// The options of `serve`.
#[derive(Debug, Args)]
pub struct Options {
    /// The page's port; the proxy and the demo site take the next two (0: three free ones)
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Open the page in the browser
    #[arg(long)]
    open: bool,
}

/// Serves until SIGINT or SIGTERM. The exit code is 0, and 2 if a port cannot be bound.
///
/// Prints three lines once all three origins answer requests: `page`, `proxy` and `demo`, each
/// with its URL.
pub fn run(options: &Options) -> ExitCode {
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("the system gives no threads for the server ({error}); try again later");
            return ExitCode::FAILURE;
        }
    };
    let served = runtime.block_on(serve(options));
    // Responses that are still being sent are dropped.
    runtime.shutdown_background();
    match served {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

async fn serve(options: &Options) -> Result<(), OriginError> {
    let origins = Origins::start(options.port).await?;
    // From here on a signal stops the command, even while the lines are being printed.
    let stopped = stop_signal();
    announce(&origins);
    if options.open {
        open_browser(&origins.page);
    }
    stopped.await;
    origins.stop().await;
    Ok(())
}

fn announce(origins: &Origins) {
    let Origins { page, proxy, demo } = origins;
    let lines = format!(
        "page {}\nproxy {}\ndemo {}\n",
        page.text(),
        proxy.text(),
        demo.text()
    );
    let mut out = io::stdout().lock();
    // A closed standard output is no reason to stop serving.
    let _ = out.write_all(lines.as_bytes()).and_then(|()| out.flush());
}

fn open_browser(page: &Origin) {
    let url = page.text();
    if let Err(error) = open::that_detached(&url) {
        eprintln!("no browser could be opened ({error}); open {url} in one");
    }
}

/// Installs the handlers at once, and waits for a signal when awaited.
#[cfg(unix)]
fn stop_signal() -> impl Future<Output = ()> {
    use tokio::signal::unix::{SignalKind, signal};

    let listening = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async {
        let [Ok(mut interrupt), Ok(mut terminate)] = listening else {
            // Without handlers the signals end the program by themselves.
            return std::future::pending().await;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}

#[cfg(not(unix))]
async fn stop_signal() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
