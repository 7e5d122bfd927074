//! An authority of our own, with a certificate for this machine: what a hub on TLS stands on.
//!
//! Knows nothing of mail or databases.

use std::{
    fs::{self, Permissions},
    os::unix::fs::{PermissionsExt, chown},
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::Result;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tempfile::TempDir;
use tokio_rustls::{
    TlsAcceptor,
    rustls::{
        ServerConfig,
        crypto::ring,
        pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer},
    },
};

/// The name that the certificate is for.
pub const HOST: &str = "localhost";

/// An authority and what it has signed.
#[derive(Debug)]
pub struct Authority {
    folder: TempDir,
    certificate: CertificateDer<'static>,
    key: Vec<u8>,
}

impl Authority {
    /// A new one, which nobody knows yet.
    ///
    /// # Errors
    /// There is no randomness, or nothing can be written.
    pub fn new() -> Result<Self> {
        let mut authority = CertificateParams::default();
        authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let issuer = CertifiedIssuer::self_signed(authority, KeyPair::generate()?)?;
        let key = KeyPair::generate()?;
        let ours = CertificateParams::new([HOST.to_owned()])?.signed_by(&key, &issuer)?;
        let folder = tempfile::Builder::new().prefix("swan-tls-").tempdir()?;
        fs::write(folder.path().join("authority.pem"), issuer.pem())?;
        fs::write(folder.path().join("certificate.pem"), ours.pem())?;
        fs::write(folder.path().join("key.pem"), key.serialize_pem())?;
        Ok(Self {
            folder,
            certificate: ours.der().clone(),
            key: key.serialize_der(),
        })
    }

    /// The file for those who are to trust it.
    #[must_use]
    pub fn file(&self) -> PathBuf {
        self.folder.path().join("authority.pem")
    }

    /// What a server here covers its connections with.
    ///
    /// # Errors
    /// The certificate does not fit its key.
    pub fn acceptor(&self) -> Result<TlsAcceptor> {
        let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(self.key.clone()));
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_single_cert(vec![self.certificate.clone()], key)?;
        Ok(TlsAcceptor::from(Arc::new(config)))
    }

    /// Puts certificate and key where only that user reads the key, as servers insist.
    ///
    /// # Errors
    /// They cannot be written there.
    pub fn hand_over(&self, folder: &Path, owner: Option<(u32, u32)>) -> Result<[PathBuf; 2]> {
        let names = [("certificate.pem", "server.crt"), ("key.pem", "server.key")];
        let to = names.map(|(_, to)| folder.join(to));
        for ((from, _), to) in names.iter().zip(&to) {
            fs::copy(self.folder.path().join(from), to)?;
            fs::set_permissions(to, Permissions::from_mode(0o600))?;
            if let Some((user, group)) = owner {
                chown(to, Some(user), Some(group))?;
            }
        }
        Ok(to)
    }
}
