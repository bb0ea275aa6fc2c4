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
cli-approval = Show what an approval of a post covers, and whether it holds
cli-approve = Approve a post at the terminal: read it, then type how its fingerprint begins
cli-revoke = Take the approval of a post back; ends with 1 where there is none
cli-verify = Show who approved what is about to go out; ends with 1 where a post is not approved
cli-arg-approval-bytes = Only the covered bytes, for sha256sum
cli-arg-approval-hash = Only the fingerprint
cli-arg-verify-base = Only posts that changed since this git revision
cli-arg-verify-all = Those whose hour has passed, too
cli-arg-verify-claimed = Count as approved what carries an approval of this very text, even where nobody can verify here who gave it
cli-value-revision = REVISION
cli-not-coverable = It cannot be approved: { $why }
cli-not-approved = Nobody has approved it
cli-approved-ledger = Approved by { $by } on this machine, { $when }
cli-approved-signed = Approved by { $by } with an SSH signature, { $when }
cli-approved-touched = Approved by { $by } with the signature of a touched key, { $when }
cli-blocked-by = It cannot go out like this: { $why }
cli-type-hash = You are { $by }. To approve exactly this, type { $first }:
cli-verified = { $all ->
    [0] Nothing is about to go out
    [one] { $good } of 1 post that is going out is approved
   *[other] { $good } of { $all } posts that are going out are approved
}
cli-voided-by = Voided by “{ $subject }” of { $by }, { $day } ({ $commit }). Changed: { $what }
cli-voided-uncommitted = Voided by a change that is not in git yet. Changed: { $what }
cli-machine-unreviewed = { $count ->
    [one] One sentence that a machine wrote has been approved by nobody
   *[other] { $count } sentences that a machine wrote have been approved by nobody
}
cli-no-such-revision = Git does not know { $revision }
cli-next-revision = “git log --oneline” lists them; CI needs the whole history (fetch-depth: 0)
cli-voided-changed = Changed: { $what }
cli-approval-lost = Approved here by { $by }, but the ledger of this machine does not have it any more
cli-approval-lost-nobody = Approved here, but the ledger of this machine does not have it any more
cli-ledger-lost = { $posts ->
    [one] one post was approved on this machine, and it does not have it any more ({ $path })
   *[other] { $posts } posts were approved on this machine, and it does not have them any more ({ $path })
}
cli-next-ledger-lost = If you have acts.jsonl, head and key as they were, put them back. Otherwise read it again and approve it with “palinsesto approve” and its id
cli-ledger-empty = { $posts ->
    [one] nothing stands in it, and one post carries an approval ({ $path })
   *[other] nothing stands in it, and { $posts } posts carry an approval ({ $path })
}
cli-next-ledger-empty = What was approved on this machine holds again once acts.jsonl, head and key are put back; what came from elsewhere, once it is signed or you approve it yourself
cli-claimed = The approval in the file is about this text; who gave it is taken on trust
cli-verify-no-change = Nothing that is about to go out has changed since { $base }
cli-verify-no-git = This folder is not under git: there is no { $base } to compare with
cli-next-no-git = Leave out --base, or start a history with “git init”
cli-nothing-to-revoke = Nobody has approved it: there was nothing to take back
cli-not-taken-back = Nothing was taken back: { $what }
cli-still-approved = Nothing was taken back: { $what }. The approval still stands in { $path }, and may hold on another machine
cli-next-revoke = First “palinsesto doctor --set-ledger-aside”, which begins a new ledger; then again “palinsesto revoke { $id }”
cli-approved-already = There is nothing to do. { $said }
cli-approve-no-terminal = An approval is typed by hand at a terminal, and there is none here: nothing was approved
cli-nothing-typed = Nothing was typed: nothing was approved
cli-other-typed = “{ $typed }” is not { $first }: nothing was approved
cli-next-approve = “palinsesto approve { $id }” shows it again
cli-next-no-instant = Say when: palinsesto move { $id } "{ $day } 18:30", or in the file: when = { $day }T18:30:00
cli-next-no-text = Write its text in { $path }
cli-field-approval = Approval
