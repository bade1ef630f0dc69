package submit

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"
)

// wrapper describes a program that runs another one, given as its arguments.
type wrapper struct {
	// values are the options that take the next word.
	values string
	// operands is the number of words before the command.
	operands int
	// assignments: NAME=value words may stand before the command.
	assignments bool
	// subcommands: the first word must be one of these, which says the rest.
	subcommands map[string]wrapper
	// unless are options with which nothing is run.
	unless string
	// scan: the command may stand anywhere among the arguments. Cautious: they
	// may also be words that only speak of it.
	scan, cautious bool
	// marker: the command stands after --, where there is one.
	marker bool
	// clean: the command does not see the script's exported variables.
	clean bool
	// appends: the wrapper adds arguments of its own.
	appends bool
}

// dockerRun are the options of docker run and docker create with a value.
const dockerRun = "-a --attach --add-host --annotation --blkio-weight --cap-add --cap-drop --cgroup-parent --cidfile --cpu-period " +
	"--cpu-quota --cpus -c --cpu-shares --cpuset-cpus --cpuset-mems --detach-keys --device --dns --dns-option --dns-search " +
	"--domainname --entrypoint -e --env --env-file --expose --gpus --group-add --health-cmd --health-interval --health-retries " +
	"--health-timeout -h --hostname --ip --ip6 --ipc --isolation -l --label --label-file --link --log-driver --log-opt " +
	"--mac-address -m --memory --memory-reservation --memory-swap --mount --name --network --net --network-alias " +
	"--oom-score-adj --pid --pids-limit --platform -p --publish --pull --restart --runtime --security-opt --shm-size " +
	"--stop-signal --stop-timeout --storage-opt --sysctl --tmpfs --ulimit -u --user --userns --uts -v --volume " +
	"--volume-driver --volumes-from -w --workdir"

var (
	containerExec = wrapper{values: "-e --env --env-file -u --user -w --workdir --detach-keys", operands: 1, scan: true, clean: true}
	containerRun  = wrapper{values: dockerRun, operands: 1, scan: true, clean: true}
	composeRun    = wrapper{values: "-e --env -u --user -w --workdir --index --name --entrypoint -v --volume -p --publish -l --label", operands: 1, scan: true, clean: true}
	compose       = wrapper{
		values:      "-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress",
		subcommands: map[string]wrapper{"exec": composeRun, "run": composeRun},
	}
	docker = wrapper{
		values: "-H --host -c --context --config -l --log-level",
		subcommands: map[string]wrapper{
			"exec": containerExec, "run": containerRun, "compose": compose,
			"container": {subcommands: map[string]wrapper{"exec": containerExec, "run": containerRun}},
		},
	}
	podExec = wrapper{
		values: "-n --namespace -c --container --context --cluster --kubeconfig -f --filename --pod-running-timeout --image " +
			"--overrides --restart --env -l --labels --serviceaccount",
		operands: 1, marker: true, scan: true, clean: true,
	}
	kubectl = wrapper{
		values:      "-n --namespace --context --cluster --kubeconfig -s --server --user --as",
		subcommands: map[string]wrapper{"exec": podExec, "run": podExec},
	}
	runSubcommand = map[string]wrapper{"run": {values: "-n --name -p --prefix --cwd --with --extra --python --env-file --project --directory"}}
)

// wrappers by the name of the program.
var wrappers = map[string]wrapper{
	"$":       {}, // the prompt in a pasted command
	"exec":    {values: "-a"},
	"command": {unless: "-v -V"},
	"builtin": {}, "nohup": {}, "setsid": {}, "winpty": {}, "unbuffer": {}, "chronic": {}, "caffeinate": {}, "gnome-terminal": {}, "tini": {}, "dumb-init": {},
	"time":      {values: "-f --format -o --output"},
	"nice":      {values: "-n --adjustment"},
	"ionice":    {values: "-c --class -n --classdata -t"},
	"timeout":   {values: "-s --signal -k --kill-after", operands: 1},
	"stdbuf":    {values: "-i --input -o --output -e --error"},
	"taskset":   {operands: 1},
	"numactl":   {values: "-N -m -C -p -i"},
	"strace":    {values: "-o -e -p -s -u"},
	"env":       {values: "-u --unset -C --chdir", assignments: true},
	"sudo":      {values: "-u --user -g --group -h --host -p --prompt -C -r -t -T -U -D -R", assignments: true, unless: "-l --list -v", clean: true},
	"doas":      {values: "-u -C", clean: true},
	"gosu":      {operands: 1},
	"su-exec":   {operands: 1},
	"chroot":    {operands: 1, clean: true},
	"sshpass":   {values: "-p -f -d -P"},
	"xargs":     {values: "-n -I -P -L -s -d -E -a --max-args --max-procs --max-lines --replace --delimiter --arg-file", appends: true},
	"dse":       {values: "-u -p"},
	"srun":      {values: "-n -N -c -p -t -J -o -e -w"},
	"poetry":    {subcommands: runSubcommand},
	"pipenv":    {subcommands: runSubcommand},
	"uv":        {subcommands: runSubcommand},
	"pdm":       {subcommands: runSubcommand},
	"conda":     {subcommands: runSubcommand},
	"mamba":     {subcommands: runSubcommand},
	"docker":    docker,
	"podman":    docker,
	"nerdctl":   docker,
	"kubectl":   kubectl,
	"oc":        kubectl,
	"minikube":  {subcommands: map[string]wrapper{"kubectl": kubectl}},
	"apptainer": {subcommands: map[string]wrapper{"exec": {values: "-B --bind --env --env-file -H --home --pwd", operands: 1}}},
	"singularity": {
		subcommands: map[string]wrapper{"exec": {values: "-B --bind --env --env-file -H --home --pwd", operands: 1}},
	},
	"docker-compose": compose,
	"podman-compose": compose,
}

// unwrap takes the wrappers off a command.
func (s *script) unwrap(args []argument) invocation {
	var in invocation
	for range 16 { // no real command has as many
		if len(args) == 0 {
			break
		}
		name := commandName(args[0])
		if _, ok := programs[name]; ok {
			break
		}
		w, ok := wrappers[name]
		if !ok && s.functions[name] {
			w, ok = wrapper{scan: true, cautious: true}, true // run() { log "$@"; "$@"; }
		}
		if !ok {
			break
		}
		args = w.strip(args, &in)
	}
	in.args = args
	return in
}

// strip returns the command that the wrapper runs; none when it runs none.
func (w wrapper) strip(args []argument, in *invocation) []argument {
	in.clean = in.clean || w.clean
	in.more = in.more || w.appends
	if w.marker {
		for i, a := range args {
			if a.String() == "--" {
				return args[i+1:]
			}
		}
	}
	i, entrypoint := 1, []argument(nil)
	for ; i < len(args); i++ {
		word := args[i].String()
		if word == "--" {
			i++
			break
		}
		if has(w.unless, word) {
			return nil
		}
		if name, _, ok := strings.Cut(word, "="); w.assignments && ok && syntax.ValidName(name) {
			continue
		}
		if len(word) < 2 || word[0] != '-' {
			break
		}
		if word == "--entrypoint" && i+1 < len(args) {
			entrypoint = args[i+1 : i+2]
		}
		if w.takesNext(word) {
			i++
		}
	}
	args = args[min(i, len(args)):]
	if w.subcommands != nil {
		if len(args) == 0 {
			return nil
		}
		if sub, ok := w.subcommands[args[0].String()]; ok {
			return sub.strip(args, in)
		}
		return nil
	}
	args = args[min(w.operands, len(args)):]
	if entrypoint != nil {
		return append(entrypoint[:1:1], args...)
	}
	if w.scan {
		return scan(args, w.cautious)
	}
	return args
}

// takesNext reports whether an option's value is the next word: -u root,
// -itu root, but not -uroot or --user=root.
func (w wrapper) takesNext(option string) bool {
	switch {
	case has(w.values, option):
		return true
	case strings.HasPrefix(option, "--") || len(option) < 3:
		return false
	}
	return !has(w.values, option[:2]) && has(w.values, "-"+option[len(option)-1:])
}

// has reports whether a blank-separated list holds a word.
func has(list, word string) bool {
	return word != "" && strings.Contains(" "+list+" ", " "+word+" ")
}

// scan returns the arguments from the first Spark command on, or from a shell
// or another wrapper that comes before it. Where there is none, it returns all
// of them, or, when cautious, none.
func scan(args []argument, cautious bool) []argument {
	for i, a := range args {
		name := commandName(a)
		if _, ok := programs[name]; ok && (!cautious || i+1 < len(args) && startsArguments(args[i+1])) {
			return args[i:]
		}
		if _, ok := wrappers[name]; ok || has("bash sh zsh dash ksh ash su ssh eval", name) {
			return args[i:]
		}
	}
	if cautious {
		return nil
	}
	return args
}

// startsArguments reports whether a word may be the first argument of a Spark
// command.
func startsArguments(a argument) bool {
	a, _ = mended(a)
	text := a.String()
	return strings.HasPrefix(text, "-") || looksLikeApplication(text) || reason(a.chars) != ""
}
