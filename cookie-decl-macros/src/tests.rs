//! Tests of the whole expander.
