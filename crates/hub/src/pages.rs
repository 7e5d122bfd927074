//! Pages.
use std::sync::Arc;
use axum::Router;
use crate::assets::Assets;
pub(crate) fn routes(_assets: Arc<Assets>) -> Router { Router::new() }
