#!/bin/sh
# Does what README.md and the plugin guide tell a newcomer to do, word for word where they give commands, and stops at the first
# thing that is not as they say. It needs sh, curl and the usual text tools.
#
#   newcomer.sh CHECKOUT [--build]
#
# CHECKOUT is this repository with a built server. With --build the plugin of the guide is built from the text of the guide alone,
# by Maven in a copy of the sources; without, that text must be the example in plugins/example-channel, whose jar is taken.
set -eu

checkout=$(cd "$1" && pwd -P)
build=${2:-}
work=$(mktemp -d)
server=
trap 'test -z "$server" || kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 1' INT TERM

say() { printf '%s\n' "- $*"; }
fail() {
  printf '%s\n' "newcomer: $*" >&2
  test ! -f "$work/answer" || head -c 2000 "$work/answer" >&2
  exit 1
}

# The commands of the first block of a language after a heading.
block() { awk -v heading="$2" -v fence="\`\`\`$3" '
  index($0, heading) == 1 { found = 1 } found && $0 == fence { on = 1; next } on && $0 == "```" { exit } on' "$1"; }
# The block after a line that begins with a text.
file_of_guide() { block "$checkout/distribution/docs/plugin-guide.md" "$1" "$2"; }
# The first text of that name in the last answer.
text() { sed -n 's/.*[{,]"'"$1"'":"\([^"]*\)".*/\1/p' "$work/answer" | head -1; }
first() { grep -o '"'"$1"'":"[^"]*"' "$work/answer" | head -1 | cut -d'"' -f4; }

# call EXPECTED METHOD PATH [curl options]: as the person with the token.
call() {
  expected=$1 method=$2 path=$3
  shift 3
  status=$(curl -s -o "$work/answer" -D "$work/headers" -w '%{http_code}' -X "$method" -H "Authorization: Bearer $token" \
    "$desk$path" "$@")
  test "$status" = "$expected" || fail "$method $path answers $status, not $expected"
}
json() { printf '%s' "-HContent-Type: application/json"; }
send() { # EXPECTED METHOD PATH BODY
  call "$1" "$2" "$3" "$(json)" -d "$4"
}
etag() {
  call 200 GET "/tickets/$1"
  sed -n 's/^[Ee][Tt]ag: *\(.*\)$/\1/p' "$work/headers" | tr -d '\r'
}
move() { # EXPECTED TICKET STATUS
  version=$(etag "$2")
  resolution=
  test "$3" != resolved || resolution=',"resolution":{"kind":"fix","summary":"Did it"}'
  call "$1" POST "/tickets/$2/transitions" "$(json)" -H "If-Match: $version" -d "{\"to\":\"$3\"$resolution}"
}

say "start the server with an empty data folder"
"$checkout/distribution/server/target/switchboard/bin/switchboard" --port 0 --data "$work/data" >"$work/output" 2>&1 &
server=$!
waited=0
until grep -q 'Switchboard is ready at' "$work/output"; do
  kill -0 "$server" 2>/dev/null || fail "the server ended: $(cat "$work/output")"
  waited=$((waited + 1))
  test "$waited" -lt 600 || fail "the server is not ready: $(cat "$work/output")"
  sleep 0.5
done
address=$(sed -n 's/.*Switchboard is ready at \(http[^ ]*\)\/$/\1/p' "$work/output")
password=$(cat "$work/data/admin.password")
grep -q "$password" "$work/output" || fail "the password in admin.password was not printed"

say "the tour of the README, as it stands"
block "$checkout/README.md" '## A tour by hand' sh |
  sed -e "s#http://127.0.0.1:8080#$address#" -e "s#\"password\":\"\\.\\.\\.\"#\"password\":\"$password\"#" >"$work/tour"
cd "$work"
. "$work/tour" >"$work/answer"
test "$(text number)" = SB-1000 || fail "the tour opens no ticket SB-1000"
test -n "$token" || fail "the tour makes no token"

say "every reading call of the README's table"
grep -o '`GET /[^` ]*`' "$checkout/README.md" | tr -d '`' | sed 's/GET //' | sort -u >"$work/calls"
while read -r path; do
  test "$path" != /events || continue
  call 200 GET "$path"
done <"$work/calls"
curl -s -m 2 -o "$work/answer" -D "$work/headers" -H "Authorization: Bearer $token" "$desk/events" || true
grep -qi 'content-type: text/event-stream' "$work/headers" || fail "GET /events is no event stream"
send 201 POST /tickets/SB-1000/messages '{"kind":"reply","body":"On my way"}'

say "somebody to give tickets to"
call 200 GET /teams
team=$(first id)
send 201 POST /agents '{"name":"Newcomer","email":"agent@example.org","roles":["agent"],"teams":["'"$team"'"]}'
sleep 3

say "a ticket by each channel, each assigned with its reasons"
explained() { # NUMBER
  waited=0
  call 200 GET "/tickets/$1"
  until grep -q '"triage":"done"' "$work/answer"; do
    waited=$((waited + 1))
    test "$waited" -lt 60 || fail "$1 is not triaged"
    sleep 0.5
    call 200 GET "/tickets/$1"
  done
  grep -q '"assignee":{' "$work/answer" || fail "$1 was given to nobody"
  call 200 GET "/tickets/$1/assignment/explanation"
  grep -q '"reason":"[^"]' "$work/answer" || fail "nobody says why $1 went where it is"
}
open_by() { # CHANNEL
  send 201 POST '/tickets?wait=triage' '{"subject":"By '"$1"'","description":"Please","channel":"'"$1"'",
    "requester":{"name":"Ada","email":"ada@example.com"}}'
  text number
}
for channel in api phone chat; do
  number=$(open_by "$channel")
  explained "$number"
done
status=$(curl -s -o "$work/answer" -w '%{http_code}' -F name=Bo -F email=bo@example.com -F subject=Form -F description=Help \
  "$address/")
test "$status" = 201 || fail "the portal's form answers $status"
explained "$(grep -o 'SB-[0-9]*' "$work/answer" | head -1)"
status=$(curl -s -o "$work/answer" -w '%{http_code}' -H 'Content-Type: application/json' "$desk/x/intake-portal/tickets" \
  -d '{"name":"Cy","email":"cy@example.com","subject":"JSON","description":"Help"}')
test "$status" = 201 || fail "the portal's JSON answers $status"
explained "$(text number)"
secret=a-secret-of-a-newcomer
call 200 GET /plugins/intake-monitoring/settings
version=$(sed -n 's/^[Ee][Tt]ag: *\(.*\)$/\1/p' "$work/headers" | tr -d '\r')
call 200 PUT /plugins/intake-monitoring/settings "$(json)" -H "If-Match: $version" -d '{"values":{"secret":"'"$secret"'"}}'
alert='{"groupKey":"{}:{alertname=\"DiskFull\"}","status":"firing","groupLabels":{"alertname":"DiskFull"},
  "commonLabels":{"alertname":"DiskFull","severity":"critical"},"commonAnnotations":{"summary":"Disk full"},
  "alerts":[{"status":"firing","fingerprint":"f1","labels":{"alertname":"DiskFull"},"annotations":{},
  "startsAt":"2026-01-01T00:00:00Z"}]}'
waited=0
until curl -s -f -o "$work/answer" -u "any:$secret" -H 'Content-Type: application/json' \
  "$desk/x/intake-monitoring/alertmanager" -d "$alert"; do
  waited=$((waited + 1))
  test "$waited" -lt 20 || fail "the Alertmanager's webhook takes no alert"
  sleep 0.5
done
call 200 GET '/tickets?view=all&channel=monitoring'
number=$(first number)
test -n "$number" || fail "the alert opened no ticket"
explained "$number"

say "every edge of the lifecycle, and after each a way that is not one"
while IFS=: read -r before after; do
  send 201 POST '/tickets?wait=triage' '{"subject":"To '"$after"'","description":"An edge"}'
  ticket=$(text number)
  test "$(text status)" = new || move 200 "$ticket" new
  for status in $before $after; do
    move 200 "$ticket" "$status"
  done
  if test "$after" != closed; then
    move 409 "$ticket" archived
    grep -q 'illegal-transition' "$work/answer" || fail "a way that is not one is not called so"
    cp "$work/answer" "$work/refusal"
    call 200 GET "/tickets/$ticket/transitions"
    for legal in $(grep -o '"to":"[a-z_]*"' "$work/answer" | cut -d'"' -f4); do
      grep -q "$legal" "$work/refusal" || fail "the refusal does not say that $after may become $legal"
    done
  fi
done <<'EDGES'
:assigned
assigned:new
assigned:in_progress
assigned:waiting_for_customer
assigned:waiting_for_third_party
assigned:resolved
assigned in_progress:assigned
assigned in_progress:waiting_for_customer
assigned in_progress:waiting_for_third_party
assigned in_progress:resolved
assigned waiting_for_customer:assigned
assigned waiting_for_customer:in_progress
assigned waiting_for_customer:resolved
assigned waiting_for_customer:waiting_for_third_party
assigned waiting_for_third_party:assigned
assigned waiting_for_third_party:in_progress
assigned waiting_for_third_party:resolved
assigned waiting_for_third_party:waiting_for_customer
assigned resolved:closed
assigned resolved:reopened
assigned resolved closed:reopened
assigned resolved closed:archived
assigned resolved reopened:assigned
assigned resolved reopened:in_progress
assigned resolved reopened:waiting_for_customer
assigned resolved reopened:waiting_for_third_party
assigned resolved reopened:resolved
EDGES

say "the three files of the plugin guide"
plugin="$work/plugins/example-channel"
if test "$build" = --build; then
  mkdir "$work/sources"
  (cd "$checkout" && git archive HEAD) | tar -x -C "$work/sources"
  plugin="$work/sources/plugins/example-channel"
  rm -rf "$plugin"
fi
mkdir -p "$plugin/src/main/java/io/switchboard/example" "$plugin/src/test/java/io/switchboard/example"
file_of_guide '**`pom.xml`**' xml >"$plugin/pom.xml"
file_of_guide '**`src/main/java/io/switchboard/example/FrontDesk.java`**' java \
  >"$plugin/src/main/java/io/switchboard/example/FrontDesk.java"
file_of_guide '**`src/test/java/io/switchboard/example/FrontDeskTest.java`**' java \
  >"$plugin/src/test/java/io/switchboard/example/FrontDeskTest.java"
lines=$(find "$plugin" -type f -exec cat {} + | grep -c .)
test "$lines" -le 60 || fail "the smallest plugin has $lines lines"
if test "$build" = --build; then
  (cd "$work/sources" && mvn -q package -pl plugins/example-channel -am -Dsurefire.failIfNoSpecifiedTests=false \
    -Dtest=FrontDeskTest)
  jar=$(ls "$plugin"/target/example-channel-*.jar | head -1)
else
  example="$checkout/plugins/example-channel"
  for file in pom.xml src/main/java/io/switchboard/example/FrontDesk.java src/test/java/io/switchboard/example/FrontDeskTest.java; do
    diff -Bb "$plugin/$file" "$example/$file" >"$work/answer" || fail "the guide's $file is not that of plugins/example-channel"
  done
  jar=$(ls "$example"/target/example-channel-*.jar | head -1)
fi

say "dropped in, it is there; taken out, it is gone"
there() { call 200 GET /extension-points; grep -q example-channel "$work/answer"; }
! there || fail "the example is there before it was dropped in"
cp "$jar" "$work/data/plugins/"
waited=0
until there; do
  waited=$((waited + 1))
  test "$waited" -lt 60 || fail "the plugin does not come"
  sleep 0.5
done
explained "$(open_by front-desk)"
rm "$work/data/plugins/$(basename "$jar")"
waited=0
while there; do
  waited=$((waited + 1))
  test "$waited" -lt 60 || fail "the plugin does not go"
  sleep 0.5
done

say "stop"
kill "$server"
wait "$server" || true
server=
say "all is as README and plugin guide say"
