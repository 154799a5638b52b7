//! Prepared graphs and matrices that are kept, under names that tell what they
//! were made from. What is damaged or of another version is made anew.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use xxhash_rust::xxh3::Xxh3;

/// A folder in which results are kept from run to run; without one nothing is.
#[derive(Debug, Clone, Default)]
pub struct Cache {
    folder: Option<PathBuf>,
}

impl Cache {
    /// Keeps nothing.
    pub fn none() -> Self {
        Self { folder: None }
    }

    /// Keeps results in a folder, which is made when first needed.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: Some(folder.into()),
        }
    }

    /// The folder of the user: `TUVAK_CACHE`, else `tuvak/travel` in the
    /// system's folder for caches (`XDG_CACHE_HOME`, `LOCALAPPDATA`,
    /// `~/.cache`); empty `TUVAK_CACHE` keeps nothing.
    pub fn of_user() -> Self {
        if let Some(folder) = std::env::var_os("TUVAK_CACHE") {
            return match folder.is_empty() {
                true => Self::none(),
                false => Self::at(folder),
            };
        }
        let system = |name: &str| {
            std::env::var_os(name)
                .filter(|folder| !folder.is_empty())
                .map(PathBuf::from)
        };
        let caches = system("XDG_CACHE_HOME")
            .or_else(|| system("LOCALAPPDATA"))
            .or_else(|| system("HOME").map(|home| home.join(".cache")));
        Self {
            folder: caches.map(|caches| caches.join("tuvak").join("travel")),
        }
    }

    /// The file of a name, where results are kept.
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(name))
    }

    /// Keeps a file: `write` fills a file of another name, which gets its own
    /// only when whole. A cache that cannot be written is no reason to fail.
    pub fn keep(&self, name: &str, write: impl FnOnce(&Path) -> io::Result<()>) {
        let Some(file) = self.file(name) else { return };
        let part = file.with_extension(format!("part-{}", std::process::id()));
        let kept = file
            .parent()
            .map_or(Ok(()), fs::create_dir_all)
            .and_then(|()| write(&part))
            .and_then(|()| fs::rename(&part, &file));
        if kept.is_err() {
            let _ = fs::remove_file(part);
        }
    }
}

/// A fingerprint of what a result depends on.
#[derive(Default)]
pub struct Fingerprint(Xxh3);

impl Fingerprint {
    /// Adds a part; its length goes with it, so that parts never run together.
    pub fn part(mut self, part: &[u8]) -> Self {
        self.0.update(&(part.len() as u64).to_le_bytes());
        self.0.update(part);
        self
    }

    /// Adds the bytes of a file.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn file(mut self, path: &Path) -> io::Result<Self> {
        let mut file = fs::File::open(path)?;
        let mut block = vec![0; 1 << 20];
        let mut length = 0u64;
        loop {
            let read = io::Read::read(&mut file, &mut block)?;
            if read == 0 {
                break;
            }
            length += read as u64;
            self.0.update(&block[..read]);
        }
        self.0.update(&length.to_le_bytes());
        Ok(self)
    }

    /// 32 hexadecimal digits.
    pub fn hex(&self) -> String {
        format!("{:032x}", self.0.digest128())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_fingerprint_do_not_run_together() {
        let of = |parts: &[&str]| {
            let all = parts.iter().fold(Fingerprint::default(), |sum, part| {
                sum.part(part.as_bytes())
            });
            all.hex()
        };
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
    }

    #[test]
    fn what_cannot_be_written_whole_is_not_kept() {
        let folder = std::env::temp_dir().join(format!("tuvak-cache-{}", std::process::id()));
        let cache = Cache::at(&folder);
        cache.keep("whole", |part| fs::write(part, "whole"));
        cache.keep("half", |part| {
            fs::write(part, "ha")?;
            Err(io::Error::other("the disk is full"))
        });
        let kept: Vec<_> = fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(kept, ["whole"]);
        fs::remove_dir_all(folder).unwrap();
    }
}
