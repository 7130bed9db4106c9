"""The `planforge` command: a group whose commands are the modules of `planforge.cli.commands`, one file each."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from planforge import __version__
from planforge.cli import commands
from planforge.cli.chinese import in_chinese, speak_chinese, unknown_command, with_chinese_usage
from planforge.cli.terminal import guard

if TYPE_CHECKING:
    from planforge.model import InputError

speak_chinese()  # before the decorators below, which take click's default texts as they stand

#: In the order of a year's work, which the help keeps; commands not named here follow by name.
ORDER = (
    *("init", "import", "draft", "check", "coverage", "link", "render", "build"),
    *("diff", "split", "comments", "sync", "ledger", "status"),
)


class Commands(click.Group):
    """Loads a command's module when it is asked for."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if "" in args:  # a script's variable that holds nothing, say: it must not come to mean "no file given"
            raise click.UsageError("命令行里有一个空的参数：“”。", ctx)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        # pkgutil would take a seventh of the time of --help.
        files = {file.partition(".")[0] for folder in commands.__path__ for file in os.listdir(folder)}  # noqa: PTH208
        found = [name.rstrip("_") for name in files if not name.startswith("_")]
        return sorted(found, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args[0] not in known and args[0][:1].isalnum():  # click would compare it with those that were loaded
            raise unknown_command(args[0], known, ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"planforge.cli.commands.{name}{'_' if name == 'import' else ''}")
        command = module.command
        assert isinstance(command, click.Command)
        return with_chinese_usage(command)


@click.group(
    cls=Commands,
    options_metavar="[选项]",
    subcommand_metavar="命令 [参数]…",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="起草、核对、排印政府机关年度工作要点。\n\n"
    "用 YAML 写要点，逐条对照上级文件查落实、查差错，按 GB/T 9704-2012 排成 Word 公文。\n\n"
    "退出码：0 没有问题；1 有警告以上的问题或未落实的条目；2 无法运行。",
)
@click.version_option(__version__, "-V", "--version", prog_name="planforge")
def root() -> None:
    pass


def _print_safely() -> None:
    """A GBK console must not stop the tool: what it can't show becomes `?`; nor may a document steer a terminal."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    guard()


def _collect_seldom() -> None:
    """A document is a great many objects that stay: the collector would walk them again and again, a fifth of the
    time, and find next to nothing.
    """
    gc.set_threshold(100_000, 20, 100)


def main() -> None:
    """Run the command line; never shows a traceback unless PLANFORGE_DEBUG is set."""
    _collect_seldom()
    _print_safely()
    try:
        code = root.main(standalone_mode=False)
    except click.ClickException as fault:
        in_chinese(fault).show()
        code = 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中止。", err=True)
        code = 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except Exception as fault:
        code = _explain(fault)
    sys.exit(code if isinstance(code, int) else 0)


def _explain(fault: Exception) -> int:
    from planforge.model import InputError

    if os.environ.get("PLANFORGE_DEBUG"):
        raise fault
    if isinstance(fault, InputError):
        click.echo(f"错误：{_placed(fault)}", err=True)
    elif isinstance(fault, OSError):
        click.echo(f"错误：{_os_message(fault)}", err=True)
    else:
        click.echo(f"错误：程序内部出错（{type(fault).__name__}: {fault}）。", err=True)
        click.echo(
            "您的文件没有被改动。设环境变量 PLANFORGE_DEBUG=1 再运行一次，可看到详情，请随问题一并反馈。", err=True
        )
    return 2


def _placed(fault: InputError) -> str:
    """The message, led by file, line and column where it doesn't name the file itself."""
    span = fault.span
    if span is None or not span.file or span.file in fault.message:
        return fault.message
    return f"{span.file}:{span.start.line}:{span.start.column}：{fault.message}"


def _os_message(fault: OSError) -> str:
    from planforge.files import reason

    return f"{fault.filename}：{reason(fault)}。" if fault.filename else f"{reason(fault)}。"
