//! A port for a server that a test starts as a program.

use std::net::TcpStream;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

/// Returns a port on which nobody listens, and which stays free until the server takes it.
///
/// The system gives ports above 32767 to programs that ask for any port, and to each connection of a
/// client. Such a port may belong to another test by the time the server starts. The ports of this
/// function are below, and each call and each process gets others.
///
/// It does not listen to find out whether a port is free: a program that another thread starts at that
/// moment would inherit the listener, and take the first connection instead of the server.
///
/// # Panics
/// Panics if no port is free.
pub fn free_port() -> u16 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    const FIRST: u32 = 10_000;
    const PORTS: u32 = 22_000;
    const PER_PROCESS: u32 = 40;
    let start = process::id().wrapping_mul(PER_PROCESS);
    (0..PORTS)
        .map(|_| start.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % PORTS + FIRST)
        .filter_map(|port| u16::try_from(port).ok())
        .find(|port| TcpStream::connect(("127.0.0.1", *port)).is_err())
        .expect("a port is free")
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn port_is_not_given_twice() {
        assert_ne!(free_port(), free_port());
    }

    #[test]
    fn port_in_use_is_passed_over() {
        let next = free_port() + 1;
        let _taken = TcpListener::bind(("127.0.0.1", next));
        assert_ne!(free_port(), next);
    }

    #[test]
    fn port_is_below_those_that_the_system_gives() {
        assert!((10_000..32_768).contains(&free_port()));
    }
}
