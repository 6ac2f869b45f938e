"""Everything HTTP: responses, caching, security headers, admission control and routes."""
