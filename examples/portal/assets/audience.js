// Stands in for a self-hosted Matomo: it sets the cookies that Matomo sets, and sends nothing anywhere.
(() => {
  const keep = (name, value, seconds) => {
    document.cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax`;
  };
  const known = document.cookie.match(/_pk_id\.1\.1fff=([^;]+)/);
  keep("_pk_id.1.1fff", known ? known[1] : Math.random().toString(16).slice(2), 13 * 30 * 86400);
  keep("_pk_ses.1.1fff", "1", 30 * 60);
})();
