//! A printer of the network that takes plain bytes, mostly on port 9100.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream, ToSocketAddrs};
use std::time::Duration;

use crate::domain::printer::host_and_port;
use crate::domain::printing::Fault;

/// How long such a printer may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Times {
    /// To take a connection. One that is on answers in milliseconds.
    pub connect: Duration,
    /// To take the next bytes. A printer that runs out of paper stops reading until somebody comes.
    pub write: Duration,
    /// To close the connection after the last byte. Many never do so by themselves; a ticket must not wait for it.
    pub close: Duration,
}

pub(super) const TIMES: Times =
    Times { connect: Duration::from_secs(5), write: Duration::from_secs(15), close: Duration::from_secs(1) };

/// Sends bytes to a printer.
///
/// That all were taken is what such a printer can tell: it reports nothing. A connection that breaks before the printer
/// has read all of them is [`Fault::Cut`].
pub(super) fn send(host: &str, port: u16, bytes: &[u8], times: Times) -> Result<(), Fault> {
    let address = host_and_port(host, port);
    let mut stream = connect(host, port, times.connect)
        .map_err(|error| Fault::Unreached { address: address.clone(), reason: error.into() })?;
    let mut sent = 0;
    match deliver(&mut stream, bytes, times, &mut sent) {
        Ok(()) => Ok(()),
        Err(error) => Err(Fault::Cut {
            target: address,
            sent: sent as u64,
            of: bytes.len() as u64,
            reason: error.into(),
        }),
    }
}

/// The first of the host's addresses that takes a connection.
fn connect(host: &str, port: u16, patience: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::from(ErrorKind::AddrNotAvailable);
    let addresses: Vec<SocketAddr> = (host, port).to_socket_addrs()?.collect();
    for address in addresses {
        match TcpStream::connect_timeout(&address, patience) {
            Ok(stream) => return Ok(stream),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// The most bytes that are handed over at once. Windows takes any number whole or not at all: in pieces it is known how
/// many have left, and the time that a printer is given counts for each of them.
const PIECE: usize = 16 * 1024;

fn deliver(stream: &mut TcpStream, bytes: &[u8], times: Times, sent: &mut usize) -> io::Result<()> {
    stream.set_write_timeout(Some(times.write))?;
    while *sent < bytes.len() {
        let piece = &bytes[*sent..bytes.len().min(*sent + PIECE)];
        match stream.write(piece) {
            Ok(0) => return Err(ErrorKind::WriteZero.into()),
            Ok(taken) => *sent += taken,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            // "Resource temporarily unavailable" tells a person nothing.
            Err(error) if is_late(&error) => return Err(ErrorKind::TimedOut.into()),
            Err(error) => return Err(error),
        }
    }
    stream.shutdown(Shutdown::Write)?;
    // What the printer says is let through unread until it closes: that it closed in order means that it has read all.
    stream.set_read_timeout(Some(times.close))?;
    let mut words = [0; 256];
    // A printer that reports its state again and again is not listened to for ever.
    for _ in 0..64 {
        match stream.read(&mut words) {
            Ok(0) => return stream.take_error()?.map_or(Ok(()), Err),
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) if is_late(&error) => return Ok(()),
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn is_late(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;
    use std::thread;

    use super::*;

    const SHORT: Times = Times {
        connect: Duration::from_secs(5),
        write: Duration::from_millis(200),
        close: Duration::from_millis(200),
    };

    fn listener() -> (TcpListener, u16) {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        (listener, port)
    }

    #[test]
    fn every_byte_arrives_as_it_is() {
        let (listener, port) = listener();
        let bytes: Vec<u8> = (0..300_000_u32).map(|at| u8::try_from(at % 251).unwrap()).collect();
        let reader = thread::spawn(move || {
            let mut heard = Vec::new();
            listener.accept().unwrap().0.read_to_end(&mut heard).unwrap();
            heard
        });
        assert_eq!(send("127.0.0.1", port, &bytes, TIMES), Ok(()));
        assert_eq!(reader.join().unwrap(), bytes);
    }

    #[test]
    fn a_printer_that_reports_and_does_not_close_has_printed() {
        let (listener, port) = listener();
        let reader = thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            stream.write_all(&[0x16; 8]).unwrap();
            let mut heard = [0; 5];
            stream.read_exact(&mut heard).unwrap();
            (stream, heard)
        });
        assert_eq!(send("127.0.0.1", port, b"hello", SHORT), Ok(()));
        assert_eq!(&reader.join().unwrap().1, b"hello");
    }

    #[test]
    fn a_printer_that_is_off_prints_nothing_and_that_is_known() {
        let (listener, port) = listener();
        drop(listener);
        let fault = send("127.0.0.1", port, b"hello", TIMES).unwrap_err();
        assert!(
            matches!(&fault, Fault::Unreached { address, .. } if *address == format!("127.0.0.1:{port}"))
        );
        assert!(!fault.may_have_printed());
    }

    #[test]
    fn a_connection_that_is_closed_in_the_middle_may_have_printed_something() {
        let (listener, port) = listener();
        let reader = thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            stream.read_exact(&mut [0; 100]).unwrap();
        });
        // More than any buffer on the way holds.
        let fault = send("127.0.0.1", port, &vec![7; 50_000_000], TIMES).unwrap_err();
        reader.join().unwrap();
        let Fault::Cut { sent, of, .. } = &fault else { panic!("{fault:?}") };
        assert!(*of == 50_000_000 && (100..*of).contains(sent), "{fault:?}");
        assert!(fault.may_have_printed());
    }

    #[test]
    fn a_little_that_was_not_read_is_noticed_too() {
        let (listener, port) = listener();
        let reader = thread::spawn(move || {
            let mut stream = listener.accept().unwrap().0;
            // The rest is there by now, so that closing tells the sender that it was not read.
            stream.peek(&mut [0; 5000]).unwrap();
            stream.read_exact(&mut [0; 10]).unwrap();
        });
        let fault = send("127.0.0.1", port, &[7; 5000], TIMES);
        reader.join().unwrap();
        assert!(matches!(fault, Err(Fault::Cut { .. })), "{fault:?}");
    }

    #[test]
    fn a_printer_that_reads_nothing_is_given_up() {
        let (listener, port) = listener();
        // Connections are taken by the system; nobody reads.
        let fault = send("127.0.0.1", port, &vec![7; 50_000_000], SHORT).unwrap_err();
        assert!(matches!(&fault, Fault::Cut { sent, of, .. } if sent < of), "{fault:?}");
        drop(listener);
    }
}
