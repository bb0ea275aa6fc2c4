gate-unjudged = The approval by { $by } cannot be verified
gate-unjudged-nobody = It carries an approval that cannot be verified
gate-not-yet = { $void }: nobody has looked at its signature yet
gate-no-keygen = { $void }: reading the signature takes ssh-keygen, which is not here
gate-next-keygen = Install OpenSSH, which brings ssh-keygen, then try again
gate-keygen-silent = { $void }: ssh-keygen did not answer within { $seconds } s
gate-no-signers = { $void }: the list of who may approve is not there or cannot be read ({ $path })
gate-next-signers = “allowed_signers” in the [approval] table of config.toml names it: one line a key, “name type key”
gate-signers-inside = { $void }: the list of who may approve is inside the folder ({ $path }), where whoever writes could add themselves
gate-next-signers-inside = Move it out of the folder and put “allowed_signers” in config.toml right
gate-settings = { $void }: the settings that say who may approve have a mistake ({ $place })
gate-settings-unread = { $void }: the settings that say who may approve cannot be read
gate-no-list = { $void }: the settings ask for a signature and name no list of who may approve
failure-key-missing = The key { $key } is not there or cannot be read: nothing was approved
next-key-missing = No such key: put “key” in the [approval] table of config.toml right
failure-key-expired = The key { $key } has expired on the list of who may approve: nothing was approved
next-key-expired = Whoever keeps the list can give it a later “valid-before” in { $list }
next-touched-key = Only a key that is touched counts here: “ssh-keygen -t ed25519-sk” makes one; then name it as “key” in config.toml
cli-doctor-expired = { $name } (expired)
cli-doctor-not-yet = { $name } (not yet)
cli-doctor-not-for = { $name } (not for approvals)
cli-doctor-no-signer = Not a name with a key, so it counts for nothing: { $places }
failure-no-keygen = Signing takes ssh-keygen, which is not here: nothing was approved
failure-key-locked = The key { $key } is locked by a passphrase: nothing was approved
next-ssh-add = Open it with “ssh-add { $key }”, then approve again
failure-key-silent = The key { $key } did not sign within { $seconds } s: nothing was approved
next-touch = If the key is to be touched, touch it as soon as it blinks; then approve again
failure-key-refused = The key { $key } did not sign ({ $reason }): nothing was approved
next-signing-key = “key” in the [approval] table of config.toml names the key
failure-no-key = The folder asks for an SSH signature and the settings do not say by which key: nothing was approved
failure-key-not-touched = The folder asks for a key that is touched, and { $key } is not one: nothing was approved
failure-not-a-signer = The key { $key } is not of anybody who may approve here: nothing was approved
next-add-signer = Whoever keeps the list can add it to { $list }: one line, “name type key”
failure-unsigned = Nothing was approved
failure-key-inside = The key { $key } is inside the folder, where git would carry it about: nothing was approved
next-key-outside = Move it out of the folder and put “key” in config.toml right
notice-touch-key = Touch the key to sign
cli-doctor-approvals = Approvals
cli-doctor-ledger = the ledger of this machine is enough
cli-doctor-signed = they take an SSH signature
cli-doctor-touched = they take an SSH signature by a key that is touched
cli-doctor-no-approval = No approval holds here
cli-doctor-signers = Who may approve
cli-doctor-key = Key that signs
cli-doctor-touched-key = { $key } (to be touched)
cli-doctor-ledger-file = Ledger of approvals
cli-doctor-ledger-sound = { $count ->
    [one] one line, as it was written
   *[other] { $count } lines, all as they were written
} ({ $path })
cli-doctor-ledger-line = { $place } is not as it was written; { $count ->
    [0] no line before it holds
    [one] the one line before it holds
   *[other] the { $count } lines before it hold
}. No approval given on this machine holds now
cli-doctor-ledger-end = { $place } is the last line there is, and not the one that “head” beside it names; { $count ->
    [one] the one line that is there holds
   *[other] the { $count } lines that are there hold
}. No approval given on this machine holds now
cli-doctor-ledger-key = { $path } is not there or cannot be read: without this key no line of the ledger can be verified. No approval given on this machine holds now
cli-next-set-aside = If you have it as it was, put it back. Otherwise “palinsesto doctor --set-ledger-aside” keeps it apart and begins a new one: approvals are given again
cli-arg-set-aside = Keep a ledger of approvals that is not as it was written apart, and begin a new one; asks at the terminal
cli-ledger-is-sound = The ledger of approvals is as it was written: there is nothing to set aside
cli-set-aside-means = If you say so, it is kept apart as it is, and a new one begins. Whatever was approved on this machine is to be approved again; what was taken back stays so.
cli-type-folder = To go on, type the id of this folder, { $id }:
cli-at-a-terminal = This is typed at a terminal, by a person
cli-not-set-aside = That is not the id of this folder: nothing was set aside
cli-set-aside-done = Set aside in { $path }. Withdrawals in the new ledger: { $revoked }; to be approved again: { $again }
