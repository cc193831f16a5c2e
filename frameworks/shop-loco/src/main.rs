//! The server of the shop.

use loco_rs::app::Hooks as _;
use loco_rs::boot::{ServeParams, StartMode, start};
use loco_rs::environment::Environment;
use shop_loco::App;

// With the feature `cli` it is `loco_rs::cli::main::<App>().await`.
#[tokio::main]
async fn main() -> loco_rs::Result<()> {
    let environment = Environment::Development;
    let config = App::load_config(&environment).await?;
    let parameters = ServeParams {
        port: config.server.port,
        binding: config.server.binding.clone(),
    };
    let app = App::boot(StartMode::ServerOnly, &environment, config).await?;
    start::<App>(app, parameters, true).await
}
