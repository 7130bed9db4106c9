#!/bin/sh
# Fonts for the layout tests: four free Fandol faces stand in for the licensed faces that a 公文 names
# (仿宋_GB2312, 楷体_GB2312, 黑体, 方正小标宋简体). They are installed on the machine, never committed.
#
# Needs Debian or Ubuntu (apt-get, dpkg-deb, fontconfig) and a Python with fonttools: PYTHON=… names it. As root the fonts go
# to /usr/local, for anyone else to the home folder. Does nothing where the names already lead to faces with Chinese characters.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}

resolves() { fc-match "$1" 2>/dev/null | grep -qi "$2"; }
if resolves '仿宋_GB2312' fang && resolves '楷体_GB2312' kai && resolves '黑体' hei && resolves '方正小标宋简体' xiaobiaosong; then
    exit 0
fi

need() {
    command -v "$1" >/dev/null 2>&1 || { echo "setup_fonts: $1 is missing" >&2; exit 1; }
}
need fc-match
need apt-get
need dpkg-deb
"$python" -c 'import fontTools' 2>/dev/null || { echo "setup_fonts: $python has no fonttools" >&2; exit 1; }

if [ "$(id -u)" = 0 ]; then
    fonts=/usr/local/share/fonts/gongwen
    aliases=/etc/fonts/conf.d/61-gongwen.conf
else
    fonts=${XDG_DATA_HOME:-$HOME/.local/share}/fonts/gongwen
    aliases=${XDG_CONFIG_HOME:-$HOME/.config}/fontconfig/conf.d/61-gongwen.conf
fi
mkdir -p "$fonts" "$(dirname "$aliases")"

# The faces are a small part of a TeX package: it is taken apart, not installed.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
(cd "$work" && { apt-get download -q texlive-lang-chinese || { apt-get update -qq && apt-get download -q texlive-lang-chinese; }; }) >&2
faces=usr/share/texlive/texmf-dist/fonts/opentype/public/fandol
dpkg-deb --fsys-tarfile "$work"/texlive-lang-chinese*.deb | tar -x -C "$work" "./$faces"
"$python" "$here/gongwen_fonts.py" "$work/$faces" "$fonts" "$aliases"
fc-cache -f
resolves '仿宋_GB2312' fang || { echo "setup_fonts: the fonts were copied but do not resolve" >&2; exit 1; }
