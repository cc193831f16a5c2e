//! The encrypted connection to PostgreSQL.

use std::path::Path;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_native_certs::load_native_certs;
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::error::Error;

/// Prepares connections to servers whose certificate is from an authority in this file, or from one
/// that the system trusts.
pub(crate) fn connector(authority: Option<&Path>) -> Result<MakeRustlsConnect, Error> {
    let mut roots = RootCertStore::empty();
    match authority {
        Some(path) => {
            for certificate in CertificateDer::pem_file_iter(path).map_err(Error::database)? {
                let certificate = certificate.map_err(Error::database)?;
                roots.add(certificate).map_err(Error::database)?;
            }
        }
        // Some systems have certificates that cannot be read.
        None => _ = roots.add_parsable_certificates(load_native_certs().certs),
    }
    // The application may have another provider as its default.
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(Error::database)?
        .with_root_certificates(roots)
        .with_no_client_auth();
    Ok(MakeRustlsConnect::new(config))
}
