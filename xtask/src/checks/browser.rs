//! The browsers for the tests that need one: Chromium with its driver, and Firefox.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::process::Run;

/// What Debian calls the browsers, Chromium's driver, and the fonts of the page in English and Chinese.
const PACKAGES: [&str; 5] = [
    "chromium",
    "chromium-driver",
    "firefox-esr",
    "fonts-liberation",
    "fonts-noto-cjk",
];

/// Where Debian puts the Chinese font; without it the pictures of that page show boxes.
const CHINESE_FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

pub(super) struct Browser {
    pub(super) chromium: PathBuf,
    /// The binary that lets another program drive the browser.
    pub(super) driver: PathBuf,
    /// The second browser, in which a part of the whole-page tests runs, too.
    pub(super) firefox: PathBuf,
}

impl Browser {
    /// Finds the browsers and the driver, or installs them where that can be done.
    ///
    /// `CHROMIUM`, `CHROMEDRIVER` and `FIREFOX` name others than the system's.
    pub(super) fn find_or_install() -> Result<Self> {
        let complete = Path::new(CHINESE_FONT).exists();
        match Self::find() {
            Some(browser) if complete || !can_install() => return Ok(browser),
            None if !can_install() => bail!(
                "tests in a browser need Chromium with its driver, and Firefox; install the packages {} \
                 (Debian's names), or name the binaries in CHROMIUM, CHROMEDRIVER and FIREFOX",
                PACKAGES.join(" ")
            ),
            _ => install(&PACKAGES)?,
        }
        Self::find().context("apt-get installed the browsers, but they are not on the path")
    }

    fn find() -> Option<Self> {
        Some(Self {
            chromium: program("CHROMIUM", "chromium")?,
            driver: program("CHROMEDRIVER", "chromedriver")?,
            firefox: program("FIREFOX", "firefox-esr").or_else(|| program("FIREFOX", "firefox"))?,
        })
    }
}

/// Returns the binary that the variable names, else that of this name on the path.
fn program(variable: &str, name: &str) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable) {
        return Some(path.into());
    }
    let folders = env::var_os("PATH").unwrap_or_default();
    let name = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&folders)
        .chain(["/usr/bin", "/usr/sbin"].map(PathBuf::from))
        .map(|folder| folder.join(&name))
        .find(|path| path.is_file())
}

/// Finds a program of a package of Debian's, or installs it where that can be done. A variable names another.
pub(super) fn find_or_install(variable: &str, name: &str, package: &str) -> Result<PathBuf> {
    if program(variable, name).is_none() && can_install() {
        install(&[package])?;
    }
    program(variable, name).with_context(|| {
        format!("{name} is needed; install {package} (Debian's name), or name it in {variable}")
    })
}

/// Tells whether this is Debian or one of its kin, and we may install there.
fn can_install() -> bool {
    let user = Command::new("id").arg("-u").printed();
    user.is_ok_and(|user| user.trim() == "0") && Path::new("/usr/bin/apt-get").exists()
}

fn install(packages: &[&str]) -> Result<()> {
    eprintln!("installing {}", packages.join(" "));
    let update = ["--quiet=2", "update"];
    Command::new("apt-get").args(update).run()?;
    Command::new("apt-get")
        .args(["--quiet=2", "install", "--yes", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}
