#!/bin/bash
# Two other implementations of the wire for tests/servers/wires.rs, in front of the model of
# llama.sh: litellm (OpenAI's two dialects and Anthropic's, and some mocks) and
# ollama-proxy-plus (Ollama's own). From PyPI into a virtual environment; loopback only.
#
# usage: tests/servers/wires.sh [DIR [PORT]]
#
# Needs llama.sh to run and PALINSESTO_TEST_LLAMA exported. Prepares DIR (default: a folder
# under the temporary one, 750 MB, kept and used again), starts both servers, prints the
# lines to export and stays until it is interrupted.
set -euo pipefail

litellm=1.106.2
ollama=0.1.0
model=${PALINSESTO_TEST_LLAMA:?start tests/servers/llama.sh first and export what it prints}
dir=$(realpath -m "${1:-${TMPDIR:-/tmp}/palinsesto-wires-$(id -u)}")
port=${2:-4010}
mkdir -p "$dir"

say() { printf 'wires.sh: %s\n' "$*" >&2; }
. "$(dirname "$(realpath "$0")")/wait.sh"

if [ "$(cat "$dir/versions" 2>/dev/null)" != "$litellm $ollama" ]; then
    say "installing litellm $litellm and ollama-proxy-plus $ollama into $dir (some minutes)"
    python3 -m venv "$dir/venv"
    "$dir/venv/bin/pip" install --quiet "litellm[proxy]==$litellm" "ollama-proxy-plus==$ollama"
    echo "$litellm $ollama" > "$dir/versions"
fi

cat > "$dir/litellm.yaml" <<END
model_list:
  - {model_name: tiny, litellm_params: {model: openai/tiny, api_key: prova, api_base: "$model/v1"}}
  - {model_name: mock, litellm_params: {model: openai/gpt-4o, api_key: x, mock_response: "La lana torna: 🍞 è già qui. #lana"}}
  - {model_name: busy, litellm_params: {model: openai/gpt-4o, api_key: x, mock_response: "litellm.RateLimitError"}}
  - {model_name: broken, litellm_params: {model: openai/gpt-4o, api_key: x, mock_response: "litellm.InternalServerError"}}
litellm_settings: {telemetry: false, num_retries: 0}
general_settings: {master_key: sk-prova}
END
servers=()
trap 'kill "${servers[@]}" 2>/dev/null || true' EXIT INT TERM

cd "$dir"
LITELLM_LOCAL_MODEL_COST_MAP=True "$dir/venv/bin/litellm" --config "$dir/litellm.yaml" \
    --host 127.0.0.1 --port "$port" > "$dir/litellm.log" 2>&1 &
servers+=("$!")
wait_for litellm "$port"
PROVIDERS_LLAMA_BASE_URL=$model/v1 PROVIDERS_LLAMA_API_KEY=prova EXTRA_MODELS=llama/tiny \
    "$dir/venv/bin/ollama-proxy" --host 127.0.0.1 --port "$((port + 1))" > "$dir/ollama.log" 2>&1 &
servers+=("$!")
wait_for ollama "$((port + 1))"
for pair in "OPENAI=http://127.0.0.1:$port" OPENAI_KEY=sk-prova OPENAI_MODEL=tiny LITELLM=yes \
    "OLLAMA=http://127.0.0.1:$((port + 1))" OLLAMA_MODEL=llama/tiny; do
    printf 'export PALINSESTO_TEST_%s\n' "$pair"
done
wait
