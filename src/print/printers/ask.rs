//! Asking CUPS itself how a request ended.
//!
//! Its commands do not tell: to `lpstat` a printed, a cancelled and a given-up request look the same, because their one
//! distinction, the alert, is overwritten with `processing-to-stop-point` when the last filter ends (CUPS 2.4). The state
//! is in the protocol: one question of a hundred bytes, RFC 8011 §4.3.4 (Get-Job-Attributes) and §5.3.7 (job-state).

use std::io::{self, ErrorKind, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::Duration;

/// How a request ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// `canceled` (7).
    Cancelled,
    /// `aborted` (8).
    GivenUp,
    /// `completed` (9).
    Printed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Server {
    /// At a socket of this PC.
    Socket(PathBuf),
    /// At a host and a port.
    Host(String, u16),
}

const PORT: u16 = 631;

/// The longest answer that is read; the right one has some two hundred bytes.
const MOST: u64 = 64 * 1024;

impl Server {
    /// The server that `CUPS_SERVER` names; without it the socket of this PC, where it is.
    pub fn named(variable: Option<&str>) -> Self {
        match variable.map(str::trim).filter(|name| !name.is_empty()) {
            Some(name) if name.starts_with('/') => Self::Socket(PathBuf::from(name)),
            Some(name) => {
                // `host/version=1.1` is for older servers.
                let name = name.split('/').next().unwrap_or_default();
                match name.rsplit_once(':').map(|(host, port)| (host, port.parse())) {
                    Some((host, Ok(port))) => Self::Host(host.to_owned(), port),
                    _ => Self::Host(name.to_owned(), PORT),
                }
            }
            None => ["/run/cups/cups.sock", "/var/run/cups/cups.sock"]
                .into_iter()
                .map(PathBuf::from)
                .find(|socket| socket.exists())
                .map_or_else(|| Self::Host("localhost".to_owned(), PORT), Self::Socket),
        }
    }

    /// How a request ended; `None` while it has not.
    pub fn ending(&self, job: u32, patience: Duration) -> io::Result<Option<Ending>> {
        let answer = match self {
            Self::Socket(path) => {
                let stream = UnixStream::connect(path)?;
                stream.set_read_timeout(Some(patience))?;
                stream.set_write_timeout(Some(patience))?;
                exchange(stream, job)?
            }
            Self::Host(host, port) => {
                let address = (host.as_str(), *port).to_socket_addrs()?.next();
                let address = address.ok_or_else(|| io::Error::from(ErrorKind::AddrNotAvailable))?;
                let stream = TcpStream::connect_timeout(&address, patience)?;
                stream.set_read_timeout(Some(patience))?;
                stream.set_write_timeout(Some(patience))?;
                exchange(stream, job)?
            }
        };
        let state = state(&answer).ok_or_else(|| io::Error::from(ErrorKind::InvalidData))?;
        Ok(match state {
            7 => Some(Ending::Cancelled),
            8 => Some(Ending::GivenUp),
            9 => Some(Ending::Printed),
            _ => None,
        })
    }
}

/// Sends the question and reads the answer's body. HTTP 1.0: the answer ends with the connection and comes in one piece.
fn exchange(mut stream: impl Read + Write, job: u32) -> io::Result<Vec<u8>> {
    let question = question(job);
    let head = format!(
        "POST / HTTP/1.0\r\nHost: localhost\r\nContent-Type: application/ipp\r\nContent-Length: {}\r\n\r\n",
        question.len()
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(&question)?;
    let mut answer = Vec::new();
    stream.take(MOST).read_to_end(&mut answer)?;
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
    let end = end.ok_or_else(|| io::Error::from(ErrorKind::UnexpectedEof))?;
    Ok(answer.split_off(end + 4))
}

/// `Get-Job-Attributes` for the one attribute `job-state`.
fn question(job: u32) -> Vec<u8> {
    // Version 1.1, the operation 0x0009, the request's number, the group of operation attributes.
    let mut bytes = vec![1, 1, 0, 9, 0, 0, 0, 1, 1];
    let mut attribute = |kind: u8, name: &str, value: &str| {
        bytes.push(kind);
        for part in [name, value] {
            bytes.extend(u16::try_from(part.len()).unwrap_or(u16::MAX).to_be_bytes());
            bytes.extend(part.as_bytes());
        }
    };
    attribute(0x47, "attributes-charset", "utf-8");
    attribute(0x48, "attributes-natural-language", "en");
    attribute(0x45, "job-uri", &format!("ipp://localhost/jobs/{job}"));
    attribute(0x44, "requested-attributes", "job-state");
    bytes.push(3);
    bytes
}

/// The `job-state` in an answer.
fn state(answer: &[u8]) -> Option<u32> {
    let mut rest = answer.get(8..)?;
    loop {
        let (kind, after) = rest.split_first()?;
        match kind {
            // The end of all groups, and the begin of one.
            3 => return None,
            0..0x10 => rest = after,
            _ => {
                let (name, after) = counted(after)?;
                let (value, after) = counted(after)?;
                if *kind == 0x23 && name == b"job-state" {
                    return value.try_into().ok().map(u32::from_be_bytes);
                }
                rest = after;
            }
        }
    }
}

/// Bytes behind their number in two bytes, and what follows them.
fn counted(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<2>()?;
    rest.split_at_checked(u16::from_be_bytes(*length).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(state: u8) -> Vec<u8> {
        let mut bytes = vec![1, 1, 0, 0, 0, 0, 0, 1, 1, 0x47, 0, 18];
        bytes.extend(b"attributes-charset\0\x05utf-8\x02\x23\0\x09job-state\0\x04\0\0\0");
        bytes.extend([state, 3]);
        bytes
    }

    #[test]
    fn the_state_is_read_and_a_cut_answer_has_none() {
        let whole = answer(9);
        assert_eq!(state(&whole), Some(9));
        for length in 0..whole.len() - 1 {
            assert_eq!(state(&whole[..length]), None, "{length}");
        }
        // Not found: an answer without the group.
        assert_eq!(state(&[1, 1, 4, 6, 0, 0, 0, 1, 1, 3]), None);
    }

    #[test]
    fn a_server_is_read_as_cups_reads_it() {
        let host = |name: &str, port| Server::Host(name.to_owned(), port);
        assert_eq!(Server::named(Some("/run/x.sock")), Server::Socket("/run/x.sock".into()));
        assert_eq!(Server::named(Some("print.example")), host("print.example", 631));
        assert_eq!(Server::named(Some("print.example:8631")), host("print.example", 8631));
        assert_eq!(Server::named(Some("print.example:8631/version=1.1")), host("print.example", 8631));
    }
}
