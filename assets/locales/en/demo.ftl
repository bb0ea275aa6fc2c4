# palinsesto demo

demo-made = Here is a week at Bottega Aurora, a weaving workshop that does not exist: { $path }
demo-again = The demo is already in { $path }: it opens as you left it.
demo-old = Its weeks are behind us by now. For one around today, name another folder: palinsesto demo OTHER
demo-next = Change anything you like: “git diff” shows what you did. To come back: palinsesto -C { $path }
demo-no-git = Git is not installed: the demo is complete, without its history.
demo-git-failed = Git could not write the history ({ $reason }): the demo is complete without it.
demo-taken = { $path } holds something else: nothing was written.
demo-taken-next = Name a folder that does not exist yet: palinsesto demo FOLDER
