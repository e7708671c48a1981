"""The command line: one command a stage; what else there is to do is in `pipeline.commands`.

Exit codes: 0 done (pages that could not be read are named on stderr and in the table `pages`),
1 something to mend (one line says what and where), 2 wrong usage, 3 done, but with --strict some
page was not read, 130 stopped by the user.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from pipeline.errors import PipelineError
from pipeline.options import stage_options
from pipeline.params import Params
from pipeline.paths import Paths
from pipeline.stages import STAGES, run_stages

STOPPED = 130
"""Exit code where the user stopped the run, as shells have it."""


def one_line(error: BaseException) -> str:
    """What the user is told of an error: what happened, in which stage, and what to do."""
    if isinstance(error, PipelineError):
        return f"error: {error}"
    where = "".join(f" in {note}" for note in getattr(error, "__notes__", ())[:1])
    if isinstance(error, KeyboardInterrupt):
        return f"stopped{where}; the last finished dataset is as it was"
    if isinstance(error, MemoryError):
        return f"error: out of memory{where}; try --workers 1, or leave out the largest page"
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
    return (
        f"error: a fault of the program{where} ({what}); "
        "please report it with what `python -m pipeline --debug ...` shows"
    )


class _Commands(click.Group):
    """A group whose commands end in one line; a traceback is shown with --debug alone."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except (Exception, KeyboardInterrupt) as error:
            if ctx.params.get("debug"):
                raise
            click.echo(one_line(error), err=True)
            sys.exit(STOPPED if isinstance(error, KeyboardInterrupt) else 1)

    def list_commands(self, ctx: click.Context) -> list[str]:
        self._load_all()
        return list(self.commands)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.commands:
            self._load_all()
        return self.commands.get(cmd_name)

    def _load_all(self) -> None:
        """Add the commands that are no stage: a stage depends on none of their modules."""
        for command in import_module("pipeline.commands").COMMANDS:
            self.commands.setdefault(command.name, command)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--debug", is_flag=True, envvar="PIPELINE_DEBUG", help="Show the traceback of an error.")
def main(debug: bool) -> None:
    """Raw page text in, a Parquet dataset of dated events linked to people, organisations and places out."""


def _add_stage(name: str, purpose: str) -> None:
    @stage_options
    def command(paths: Paths, params: Params) -> None:
        run_stages(paths, params, (name,))

    command.__doc__ = purpose
    main.command(name)(command)


for _name, _purpose in STAGES:
    _add_stage(_name, _purpose)
