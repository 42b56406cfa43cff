/**
 * The program that checks a packet without Nightjar, as it stands in every packet. It is a string so that it is part of
 * the build; with neither a backtick nor a braced expansion in it, String.raw leaves it as it is. POSIX sh: dash, bash,
 * busybox, mksh and macOS run it.
 */
export const VERIFY_SCRIPT = String.raw`#!/bin/sh
# Checks a packet of evidence, offline:   sh verify.sh   or   sh verify.sh <folder>
# Needs find, awk, sed, sort, tr, wc, cmp, mktemp and one of: openssl, sha256sum, shasum.
# Prints one line for each fault, then the fingerprint, then PASS (exit 0) or FAIL (exit 1).
# Exit 2: nothing could be checked. The braces make a copy that was cut short fail instead of doing half.
{
LC_ALL=C
CDPATH=
export LC_ALL CDPATH

say() {
  printf '%s\n' "$@"
}

# Each of the six steps that read a list ends with the line DONE, so that a tool that failed cannot pass for no fault.

# The first tool that hashes "abc" rightly. All print "<hash> *<file>" or "<hash>  <file>".
find_hasher() {
  for tool in 'openssl dgst -sha256 -r' 'sha256sum' 'shasum -a 256'; do
    hasher=$tool
    case $(printf abc | $hasher 2>/dev/null) in
      ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad*) return 0 ;;
    esac
  done
  return 1
}

# Every name in a packet is of letters, digits, dot, underscore and dash. Any other name is extra,
# and is kept out of the lists below, where a line break in a name could pass for two files.
odd_names() {
  find . -name '*[!A-Za-z0-9._-]*' -prune -exec sh -c '
    for path do
      printf "%s" "$path" | tr -c "A-Za-z0-9._/ -" "?" | sed "s/^\.\//EXTRA /"
      echo
    done' sh {} + | sed '/^$/d'
}

not_plain_files() {
  find . -name '*[!A-Za-z0-9._-]*' -prune -o ! -type f ! -type d -print |
    sed 's/^\.\//EXTRA /; s/$/ (not a plain file)/'
}

not_readable() {
  find . -print >/dev/null 2>&1 || say "UNREADABLE some folder of the packet"
}

# check_manifest <manifest> <awk condition for a path that may stand in it>
check_manifest() {
  [ $(tr -d 'A-Za-z0-9._/ \n-' <"$1" | wc -c) -eq 0 ] || say "MALFORMED $1: characters that no manifest holds"
  [ $(tail -n 1 "$1" | wc -l) -eq 1 ] || say "MALFORMED $1: its last line is cut"
  awk '
    function bad(why) { print "MALFORMED " FILENAME " line " NR ": " why }
    {
      sum = substr($0, 1, 64); path = substr($0, 67) ""
      if (length($0) < 67 || sum ~ /[^0-9a-f]/ || substr($0, 65, 2) != "  ") bad("not a hash, two spaces and a path")
      else if (path ~ /[^A-Za-z0-9._\/-]/) bad("a path with other characters")
      else if (("/" path "/") ~ /\/\.?\.?\//) bad("a path that leaves its folder")
      else if (!('"$2"')) bad("a path that does not belong in this manifest")
      else if (path == last) bad("a path that stands there twice")
      else if (path < last) bad("a path out of order")
      last = path
    }
    END { print "DONE" }' "$1"
}

check_declaration() {
  printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' | cmp -s - bagit.txt ||
    say "MALFORMED bagit.txt"
}

# "<hash>  <path>" of every plain file, whichever tool made it.
found_files() {
  find . -name '*[!A-Za-z0-9._-]*' -prune -o -type f -exec $hasher {} + |
    sed 's/^\([0-9a-f]*\) [ *]\.\//\1  /'
}

compare_files() {
  {
    sed 's/^/payload /' manifest-sha256.txt
    sed 's/^/tag /' tagmanifest-sha256.txt
    found_files | sed 's/^/found /'
  } | awk '
    BEGIN { tags = split("VERIFY.txt bag-info.txt bagit.txt manifest-sha256.txt verify.sh", tag, " ") }
    $1 != "found" { listed[$3] = $2; next }
    NF != 3 || length($2) != 64 || ($3 in found) { print "EXTRA a file with an unreadable name"; next }
    { found[$3] = $2 }
    END {
      for (i = 1; i <= tags; i++) if (!(tag[i] in listed)) print "UNLISTED " tag[i]
      for (path in listed) if (!(path in found)) print "MISSING " path
      for (path in listed) if ((path in found) && found[path] != listed[path]) print "CHANGED " path
      for (i = 1; i <= tags; i++) listed[tag[i]]
      listed["tagmanifest-sha256.txt"]
      for (path in found) if (!(path in listed)) print "EXTRA " path
      print "DONE"
    }'
}

extra_folders() {
  {
    sed 's/^/listed /' manifest-sha256.txt
    find . -name '*[!A-Za-z0-9._-]*' -prune -o -type d -print | sed 's/^\.\/*/folder /'
  } | awk '
    $1 == "listed" { path = $3; while (sub(/\/[^\/]*$/, "", path)) needed[path]; next }
    NF == 2 && !($2 in needed) { print "EXTRA " $2 "/ (a folder that holds no listed file)" }
    END { print "DONE" }'
}

check_oxum() {
  stated=$(sed -n 's/^Payload-Oxum: //p' bag-info.txt)
  counted=$(find ./data -name '*[!A-Za-z0-9._-]*' -prune -o -type f -exec wc -c {} + |
    awk '$2 != "total" { bytes += $1; files++ } END { printf "%.0f.%d", bytes, files }')
  [ "$stated" = "$counted" ] || say "MISMATCH bag-info.txt states Payload-Oxum $stated, the payload has $counted"
}

# Every line of the log holds its own hash and the hash of the line before it. Without its own hash the line is
# the text that was hashed.
check_chain() {
  if [ ! -f data/audit-log.jsonl ]; then say DONE; say DONE; return; fi
  : >"$work/stated"
  NIGHTJAR_WORK=$work NIGHTJAR_HEAD=$(sed -n 's/^Audit-Log-Head: //p' bag-info.txt) awk '
    BEGIN { dir = ENVIRON["NIGHTJAR_WORK"]; head = "0 "; for (i = 0; i < 64; i++) { last = last "0" } head = head last }
    !match($0, /,"hash":"[0-9a-f]+","previousHash":"[0-9a-f]+","sequence":[0-9]+[}]$/) {
      print "BROKEN data/audit-log.jsonl line " NR ": not an event of the log"
      next
    }
    {
      split(substr($0, RSTART), part, "\""); hash = part[4]; previous = part[8]
      if (part[11] != ":" NR "}") print "BROKEN data/audit-log.jsonl line " NR ": an event is missing or out of order"
      if (previous != last) print "BROKEN data/audit-log.jsonl line " NR ": does not follow the line before it"
      link = dir "/" NR
      printf "%s", substr($0, 1, RSTART - 1) ",\"previousHash\":\"" previous "\",\"sequence\"" part[11] > link
      close(link)
      print "stated " NR " " hash >> (dir "/stated")
      last = hash; head = NR " " hash
    }
    END {
      if (head != ENVIRON["NIGHTJAR_HEAD"]) print "BROKEN data/audit-log.jsonl: its head is not the one in bag-info.txt"
      print "DONE"
    }
  ' data/audit-log.jsonl
  {
    sed -n p "$work/stated"
    find "$work" -name '[0-9]*' -type f -exec $hasher {} + | sed 's/^\\*\([0-9a-f]*\).*\/\([0-9]*\)$/made \2 \1/'
  } | awk '
    $1 == "stated" { stated[$2] = $3; next }
    $1 == "made" { made[$2] = $3 }
    END {
      for (n in stated) if (made[n] != stated[n]) print "BROKEN data/audit-log.jsonl line " n ": its hash does not fit"
      print "DONE"
    }'
}

# A manifest that is missing or not a plain file leaves nothing to compare with.
missing_tag_files() {
  for file in bagit.txt bag-info.txt manifest-sha256.txt tagmanifest-sha256.txt; do
    [ -f "$file" ] && [ ! -h "$file" ] || say "MISSING $file"
  done
}

list_faults() {
  odd_names
  not_plain_files
  not_readable
  lacking=$(missing_tag_files)
  if [ -n "$lacking" ]; then
    say "$lacking"
    for step in 1 2 3 4 5 6; do say DONE; done
    return
  fi
  check_manifest manifest-sha256.txt 'path ~ /^data\//'
  check_manifest tagmanifest-sha256.txt 'path !~ /\// && path != "tagmanifest-sha256.txt"'
  check_declaration
  compare_files | sort
  extra_folders
  check_oxum
  check_chain
}

main() {
  if [ $# -gt 0 ]; then folder=$1; else folder=$(dirname -- "$0"); fi
  cd -- "$folder" >/dev/null || exit 2
  find_hasher || { say "NOT CHECKED: found none of openssl, sha256sum and shasum"; exit 2; }
  work=$(mktemp -d) || { say "NOT CHECKED: no folder for temporary files"; exit 2; }
  trap 'rm -rf "$work"' EXIT
  trap 'exit 2' HUP INT TERM

  # A name in a manifest could steer the terminal; nothing but plain characters is printed.
  report=$(list_faults | tr -c '\n -~' '?')
  faults=$(say "$report" | sed '/^DONE$/d')
  steps=$(say "$report" | sed -n '/^DONE$/p' | wc -l)
  [ -z "$faults" ] || say "$faults"
  [ "$steps" -eq 6 ] || { say "NOT CHECKED: a tool of this computer failed" FAIL; exit 2; }
  if [ -f tagmanifest-sha256.txt ]; then
    say "Fingerprint: $($hasher <tagmanifest-sha256.txt | sed 's/ .*//')"
    say "It must equal the fingerprint that the sender tells you in another way, by telephone or on paper."
  fi
  [ -z "$faults" ] || { say FAIL; exit 1; }
  say PASS
  exit 0
}

main "$@"
}
`;
