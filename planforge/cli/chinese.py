"""click in Chinese: its own messages are looked up by `_` in its modules, which this table answers."""

from __future__ import annotations

import sys

import click

MESSAGES = {
    "Usage:": "用法：",
    "Usage: ": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示本帮助。",
    "Show the version and exit.": "显示版本号。",
    "Error: {message}": "错误：{message}",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing argument {param_hint}.": "缺少参数 {param_hint}。",
    "Missing command.": "缺少命令。",
    "No such option: {name}": "没有这个选项：{name}",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Invalid value: {message}": "取值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不对：{message}",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写一个值。",
    "Option {name!r} does not take a value.": "选项 {name} 不带值。",
    "Got unexpected extra argument ({args})": "多出了参数（{args}）",
    "Got unexpected extra arguments ({args})": "多出了参数（{args}）",
    "{value!r} is not one of {choices}.": "{value} 不在可选值 {choices} 之中。",
    "Try '{command} {option}' for help.": "用 {command} {option} 看帮助。",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 里。",
    "%(prog)s, version %(version)s": "%(prog)s %(version)s",
}


def translate(message: str) -> str:
    """What click calls gettext for."""
    return MESSAGES.get(message, message)


def translate_plural(one: str, many: str, count: int) -> str:
    """What click calls ngettext for; Chinese has one form for both."""
    return MESSAGES.get(one if count == 1 else many, one if count == 1 else many)


def speak_chinese() -> None:
    """Replace click's gettext look-ups; a message that the table lacks stays English."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == click.__name__ and module is not None:
            names = vars(module)
            names.update({"_": translate} if "_" in names else {})
            names.update({"ngettext": translate_plural} if "ngettext" in names else {})


def with_chinese_usage(command: click.Command) -> click.Command:
    """The command with usage lines in Chinese, its own and its subcommands: click looks these two words up nowhere."""
    command.options_metavar = "[选项]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "命令 [参数]…"
        for part in command.commands.values():
            with_chinese_usage(part)
    return command


def unknown_command(name: str, known: list[str], ctx: click.Context) -> click.UsageError:
    """A command that doesn't exist, with those that are written nearly so."""
    from difflib import get_close_matches

    close = "、".join(get_close_matches(name, known))
    return click.UsageError(f"没有命令 {name}。" + (f"是不是 {close}？" if close else ""), ctx)


def in_chinese(fault: click.ClickException) -> click.ClickException:
    """The fault with the stops of its own language: click ends and lists these itself."""
    if isinstance(fault, click.NoSuchOption):
        close = "、".join(sorted(fault.possibilities or ()))
        return click.UsageError(fault.message + (f"是不是 {close}？" if close else ""), fault.ctx)
    if not isinstance(fault, click.MissingParameter):
        return fault
    return click.UsageError(f"{fault.format_message().removesuffix('.')}。", fault.ctx)
