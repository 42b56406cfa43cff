/** What an investigator reads first. Lines of at most 78 characters, for a terminal or a printed page. */
export const VERIFY_TEXT = `HOW TO CHECK THIS PACKET

This folder holds a person's own record of threatening or unwanted calls:
what they wrote, the files they kept, and the log of every change. It was made
by Nightjar. You need neither Nightjar nor a network to check it.

WHAT IS IN IT

  data/report.pdf        the report, to read and print
  data/incidents.csv     one row per call, as it stands now, for a spreadsheet
  data/incidents.json    every call in every version, exactly as typed
  data/originals/        the files, byte for byte as they were received
  data/files.json, .csv  their true names, their calls, sizes and SHA-256
  data/audit-log.jsonl   what was done when, each line chained to the last
  data/letters/          letters, if any were finished
  manifest-sha256.txt    the SHA-256 of every file under data
  tagmanifest-sha256.txt the SHA-256 of every other file, and so of the above

The folder is a BagIt bag (RFC 8493); any BagIt program can check it too.

THE FINGERPRINT

The fingerprint is the SHA-256 of tagmanifest-sha256.txt. It depends on every
byte of every file here. Ask the sender for it in another way than the one the
packet came by: by telephone, or on paper. If both are equal, this is the
packet that the sender made. Without that comparison, the check below shows
only that the packet agrees with itself.

TO CHECK WITH THE SCRIPT (Linux, macOS, or Git Bash or WSL on Windows)

  sh verify.sh

It names each file that was CHANGED, is MISSING or is EXTRA, prints the
fingerprint, and ends with PASS or FAIL. It changes nothing. A program that
came with the packet can be forged with it: read it first (it is short), run a
copy you trust (sh verify.sh <folder>), or check by hand.

Unpack the ZIP afresh before you check. Looking into a folder may make macOS
or Windows add files such as .DS_Store or Thumbs.db; they are named as EXTRA.

TO CHECK BY HAND

1. Compare every file with the manifests; each line must end with OK.
     sha256sum -c manifest-sha256.txt
     sha256sum -c tagmanifest-sha256.txt
   On macOS write "shasum -a 256" for "sha256sum". On Windows, compare
     Get-FileHash -Algorithm SHA256 <file>
   in PowerShell with the line of that file.

2. Look for files that no manifest names. These two numbers must be equal:
     find data -type f | wc -l
     wc -l < manifest-sha256.txt
   Beside data there must be these six files and nothing else, hidden files
   included: bagit.txt, bag-info.txt, manifest-sha256.txt,
   tagmanifest-sha256.txt, VERIFY.txt and verify.sh.

3. Compare the fingerprint.
     sha256sum tagmanifest-sha256.txt

4. Check the audit log. Every line holds its own hash and the hash of the line
   before it ("previousHash"; the first has 64 zeros). Without its own hash
   the line is the text that was hashed. For line 1, and so for each:
     sed -n 1p data/audit-log.jsonl |
       sed 's/,"hash":"[0-9a-f]*","previousHash"/,"previousHash"/' |
       tr -d '\\n' | sha256sum
   The number and hash of the last line stand in bag-info.txt as
   Audit-Log-Head, and in the report. The SHA-256 of each original and of each
   version of a call ("sha256" in files.json and incidents.json) stands in the
   line that tells when it was added; for a version it is the SHA-256 of
   {"content":...,"reason":...} as canonical JSON (RFC 8785).

WHAT THE CHECK SHOWS, AND WHAT IT DOES NOT

It helps authenticate the packet: with the right fingerprint, not one byte was
changed, lost or added since it was made. The audit log shows the order and
the times in which things were written down, by the clock of the server.

It does not show that a call took place, who made it, or that what was written
is true. A number shown on a telephone is a claim by whoever placed the call;
it can be forged and may belong to somebody who has nothing to do with it. The
exact times are there to be compared with the records of the telephone
companies. Whoever has full power over a server could have written a whole new
log before the packet was made; an earlier report or packet, which bears the
head of the log at its time, would then not fit.

READING THE TABLES

Times: "utc" is the instant, "local" and "offset" what the clock on the wall
showed. "precision" tells how exactly the time is known.

In the CSV files an apostrophe stands before text that a spreadsheet would run
as a formula or change: text that begins with = + - @, a tab or a line break,
numbers with a leading zero, and long numbers. This is true of telephone
numbers too ('+44...). Control characters are replaced. The unchanged text is
in incidents.json and files.json. The first three bytes of a CSV file tell
spreadsheets that it is UTF-8.

File names are reduced to plain letters and digits, so that every system can
unpack them. The name that a file had is in files.json.
`;
