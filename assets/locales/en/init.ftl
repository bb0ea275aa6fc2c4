# palinsesto init

init-ask-brand = What is the brand called?
init-ask-zone = In which time zone does it publish?
init-ask-languages = In which languages does it write? The first is that of new posts.
init-ask-networks = On which networks? One or more of: { $networks }
init-ask-account = What is the account on { $network } called? It may stay empty.
init-ask-git = Keep the history with git? (y/n)
init-ask-not-empty = There is something in { $path } already. Add the calendar’s files to it? (y/n)
init-yes = y
init-no = n
init-bad-zone = “{ $found }” is not a time zone: it takes a name such as Europe/Rome.
init-bad-languages = It takes tags such as “it” or “en”, with spaces between them.
init-bad-network = “{ $found }” is not among the networks Palinsesto knows.
init-maybe = Perhaps { $meant }?
init-bad-yes-no = Answer y or n.
init-made = The folder of { $brand } is ready in { $path }
init-next = To open it: palinsesto -C { $path }
init-gitignore = There was a .gitignore already: add the line { $line }
init-no-git = Git is not installed: the folder works, without a history.
init-git-failed = Git could not prepare the history ({ $reason }): the folder works without it.
init-is-one = { $path } is a Palinsesto folder already: nothing was written.
init-is-one-next = To open it: palinsesto -C { $path }
init-file-there = { $path } already has { $file }: nothing was written.
init-file-there-next = Move it, or choose another folder.
init-not-empty = { $path } is not empty: nothing was written.
init-not-empty-next = Choose another folder, or run it again without --yes to confirm.
init-stopped = Stopped: nothing was written.
