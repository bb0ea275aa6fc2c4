# `just` lists these.

default:
    @just --list

# Everything CI runs.
ci:
    .ci/run

# The demo folder, opened.
demo:
    cargo run --release -- demo

# The tests, quickly.
test:
    cargo nextest run

# The figures of the README.
bench:
    cargo bench --bench pieces --bench terminal
