//! The server of the shop.

#[cfg(feature = "ssr")]
#[tokio::main]
async fn main() -> std::io::Result<()> {
    use axum::extract::{Request, State};
    use axum::{Router, routing::get};
    use cookie_decl::{Granted, Guard};
    use leptos::config::LeptosOptions;
    use leptos_axum::{
        LeptosRoutes as _, file_and_error_handler, generate_route_list_with_exclusions,
        render_app_to_stream,
    };
    use shop_leptos::cookies::{POLICY, category::Statistics};
    use shop_leptos::pages::{App, shell};

    /// A page that is there only with consent. For others, the extractor responds.
    async fn charts(
        _: Granted<'static, Statistics>,
        State(options): State<LeptosOptions>,
        request: Request,
    ) -> axum::response::Response {
        render_app_to_stream(move || shell(options.clone()))(request).await
    }

    let port = std::env::var("PORT")
        .ok()
        .and_then(|port| port.parse().ok());
    let options = LeptosOptions::builder()
        .output_name("shop-leptos")
        .site_root("target/site")
        .build();
    let routes = generate_route_list_with_exclusions(App, Some(vec!["/granted".into()]));
    let guard = Guard::new(POLICY);
    let app = Router::new()
        .route("/granted", get(charts))
        .leptos_routes(&options, routes, {
            let options = options.clone();
            move || shell(options.clone())
        })
        .fallback(file_and_error_handler(shell))
        .with_state(options)
        .merge(guard.routes());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port.unwrap_or(3000))).await?;
    axum::serve(listener, guard.protect(app)).await
}

#[cfg(not(feature = "ssr"))]
fn main() {}
