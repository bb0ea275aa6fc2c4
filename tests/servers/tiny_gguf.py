"""Writes a tiny language model with random weights: a real file for real servers.

usage: tiny_gguf.py OUT.gguf [reasoning|slow]  needs the packages gguf and numpy

It speaks a word salad of Italian, the same for the same seed. The first dimension of
every embedding is held constant and no layer writes into it, so the first column of the
output matrix is a bias per token: words and spaces likely, raw bytes hardly ever, the
end of the turn about once in some hundred tokens; quotation marks now and then, so that
a string in JSON ends. The reasoning one is put into its thoughts by its template and
leaves them after some words. The slow one is larger (35 MB), writes at about the speed
of a model that is worth having, and does not know when to end.
"""

import sys

import gguf
import numpy as np

kind = sys.argv[2] if len(sys.argv) > 2 else "tiny"
reasons, slow = kind == "reasoning", kind == "slow"
DIM, LAYERS = (384, 6) if slow else (192, 3)
HEADS, CONTEXT, SEED = 4, 8192, 20261125
NEVER, RARE, PLAIN, END, LIKELY = -60.0, -6.0, -2.0, -2.0 if slow else -0.2, 0.0
QUOTE = RARE if slow else 0.2

WORDS = (
    "la il di una per con che non più già perché lana filo telaio bottega casa colore "
    "inverno freddo caffè mani lavoro tempo oggi ancora qui dove quando sempre piano "
    "scialle sciarpa gomitolo nodo trama ordito negozio persone storia città"
).split()

normal, control, byte = gguf.TokenType.NORMAL, gguf.TokenType.CONTROL, gguf.TokenType.BYTE
vocabulary = [("<unk>", gguf.TokenType.UNKNOWN, NEVER), ("<s>", control, NEVER), ("</s>", control, END)]
vocabulary += [(f"<0x{value:02X}>", byte, NEVER) for value in range(256)]
if reasons:
    marks = gguf.TokenType.USER_DEFINED
    vocabulary += [("<think>", marks, NEVER), ("</think>", marks, 0.6)]
vocabulary += [("▁", normal, PLAIN)]
vocabulary += [(chr(code), normal, QUOTE if chr(code) == '"' else RARE) for code in range(33, 127)]
vocabulary += [(letter, normal, RARE) for letter in "àèéìòù€…«»🍞"]
vocabulary += [("▁" + word, normal, LIKELY) for word in WORDS]

random = np.random.default_rng(SEED)


def matrix(rows, columns, scale=1.0):
    numbers = random.standard_normal((rows, columns), np.float32)
    return numbers * np.float32(scale / np.sqrt(columns))


def silent(weights):
    """A layer's output that leaves the constant dimension alone."""
    weights[0] = 0.0
    return weights


size = len(vocabulary)
out = gguf.GGUFWriter(sys.argv[1], "llama")
out.add_name("palinsesto-tiny")
out.add_context_length(CONTEXT)
out.add_embedding_length(DIM)
out.add_block_count(LAYERS)
out.add_feed_forward_length(2 * DIM)
out.add_head_count(HEADS)
out.add_head_count_kv(HEADS)
out.add_layer_norm_rms_eps(1e-5)
out.add_rope_dimension_count(DIM // HEADS)
out.add_vocab_size(size)
out.add_file_type(gguf.LlamaFileType.ALL_F32)
out.add_tokenizer_model("llama")
out.add_tokenizer_pre("default")
out.add_token_list([token.encode() for token, _, _ in vocabulary])
out.add_token_scores([-float(rank) for rank in range(size)])
out.add_token_types([int(kind) for _, kind, _ in vocabulary])
out.add_unk_token_id(0)
out.add_bos_token_id(1)
out.add_eos_token_id(2)
out.add_add_space_prefix(False)
out.add_chat_template(
    "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}assistant:" + ("<think>\n" if reasons else "") + "{% endif %}"
)

embedding = matrix(size, DIM, 6.0)
embedding[:, 0] = 6.0
output = matrix(size, DIM, 1.5)
# After the final norm the constant dimension is of the order of its share of the whole.
output[:, 0] = [bias / 3.0 * np.sqrt(192 / DIM) for _, _, bias in vocabulary]
ones = np.ones(DIM, np.float32)
out.add_tensor("token_embd.weight", embedding)
out.add_tensor("output_norm.weight", ones)
out.add_tensor("output.weight", output)
for layer in range(LAYERS):
    tensors = {
        "attn_norm": ones,
        "attn_q": matrix(DIM, DIM),
        "attn_k": matrix(DIM, DIM),
        "attn_v": matrix(DIM, DIM),
        "attn_output": silent(matrix(DIM, DIM, 0.3)),
        "ffn_norm": ones,
        "ffn_gate": matrix(2 * DIM, DIM),
        "ffn_up": matrix(2 * DIM, DIM),
        "ffn_down": silent(matrix(DIM, 2 * DIM, 0.3)),
    }
    for name, weights in tensors.items():
        out.add_tensor(f"blk.{layer}.{name}.weight", weights)
out.write_header_to_file()
out.write_kv_data_to_file()
out.write_tensors_to_file()
out.close()
