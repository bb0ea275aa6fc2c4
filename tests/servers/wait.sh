# Sourced by the scripts beside it: waits for the server that was started last. They say with
# `say`, keep their logs in $dir, and the numbers of what they started in the array `servers`.

# Two minutes, on a machine that runs other tests too.
wait_for() { # NAME PORT
    local server=${servers[-1]}
    for _ in $(seq 600); do
        if (exec 3<> "/dev/tcp/127.0.0.1/$2") 2>/dev/null; then
            return
        fi
        kill -0 "$server" 2>/dev/null || break
        sleep 0.2
    done
    say "$1 did not start; see $dir/$1.log"
    tail -n 5 "$dir/$1.log" >&2
    exit 1
}
