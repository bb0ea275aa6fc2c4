# What an approval covers, and who gave it: on the command line.

covered-text = text
covered-instant = time
covered-zone = time zone
covered-channel = channels
covered-network = network
covered-account = account
covered-visibility = visibility
covered-language = language
covered-headline = headline
covered-first-comment = first comment
covered-ai = declared AI
covered-link = link
covered-picture = picture
covered-alt = alternative text
covered-source = where the picture comes from
covered-realistic = seems real
cli-approval = what an approval of a post covers, and whether it holds
cli-approve = approve a post: read it, then type how its fingerprint begins
cli-revoke = take the approval of a post back
cli-verify = who approved what is about to go out; 1 where something is not
cli-arg-approval-bytes = only the covered bytes, for sha256sum
cli-arg-approval-hash = only the fingerprint
cli-arg-verify-base = only posts that changed since this git revision
cli-arg-verify-all = those whose hour has passed, too
cli-arg-verify-claimed = it is enough that the approval in the file is about this text, even where nobody can verify here who gave it
cli-value-revision = REVISION
cli-not-coverable = It cannot be approved: { $why }
cli-not-approved = nobody has approved it
cli-approved-ledger = approved by { $by } on this machine, { $when }
cli-approved-signed = approved by { $by } with an SSH signature, { $when }
cli-approved-touched = approved by { $by } with the signature of a touched key, { $when }
cli-blocked-by = It cannot go out like this: { $why }
cli-type-hash = You are { $by }. To approve exactly this, type { $first }:
cli-verified = { $good } of { $all } { $all ->
    [one] post that is going out is approved
   *[other] posts that are going out are approved
}
cli-voided-by = voided by “{ $subject }” of { $by }, { $day } ({ $commit }): { $what }
cli-voided-uncommitted = voided by a change that is not in git yet: { $what }
cli-machine-unreviewed = { $count ->
    [one] one sentence that a machine wrote has been approved by nobody
   *[other] { $count } sentences that a machine wrote have been approved by nobody
}
cli-no-such-revision = Git does not know { $revision }
cli-next-revision = git log --oneline lists them; CI needs the whole history (fetch-depth: 0)
