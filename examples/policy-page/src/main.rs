//! x
mod cookies;
fn main() {
    println!("{:?}", cookies::POLICY);
    println!("{:?}", cookies::POLICY.find("_pk_id.1.abc"));
    println!("{:?}", cookies::cookie!("recent"));
    println!("{:?}", cookies::cookie!("csrftoken").attributes());
}
