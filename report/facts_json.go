package report

import (
	"io"

	"github.com/sparkvet/sparkvet/conf"
	"github.com/sparkvet/sparkvet/conf/secret"
	"github.com/sparkvet/sparkvet/facts"
)

// FactsJSON writes each job as Spark would run it, for programs.
func FactsJSON(w io.Writer, jobs []*conf.Job) error {
	r := newRedactor(jobs)
	document := factsDocument{Version: documentVersion, Jobs: []jobDocument{}}
	for _, j := range jobs {
		document.Jobs = append(document.Jobs, r.job(j))
	}
	return encode(w, document)
}

type factsDocument struct {
	Version int           `json:"version"`
	Jobs    []jobDocument `json:"jobs"`
}

type jobDocument struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Complete bool   `json:"complete"`
	*place
	ClusterManager string                  `json:"cluster_manager,omitempty"`
	DeployMode     string                  `json:"deploy_mode,omitempty"`
	SparkVersion   string                  `json:"spark_version,omitempty"`
	Application    string                  `json:"application,omitempty"`
	Unseen         string                  `json:"unseen,omitempty"`
	Profile        []profileDocument       `json:"profile"`
	Settings       []settingDocument       `json:"settings"`
	Unknown        []unknownDocument       `json:"unknown"`
	Dropped        []droppedDocument       `json:"dropped"`
	Facts          map[string]factDocument `json:"facts"`
	Undecided      map[string]string       `json:"undecided"`
}

type settingDocument struct {
	Key      string `json:"key"`
	Value    string `json:"value"`
	Typed    any    `json:"typed,omitempty"`
	Invalid  string `json:"invalid,omitempty"`
	Layer    string `json:"layer"`
	Spelling string `json:"spelling,omitempty"`
	*place
	Overrides []overrideDocument `json:"overrides"`
}

type profileDocument struct {
	Key    string `json:"key"`
	Value  string `json:"value,omitempty"`
	Typed  any    `json:"typed,omitempty"`
	Origin string `json:"origin,omitempty"`
	Reason string `json:"reason,omitempty"`
	*place
}

type unknownDocument struct {
	Key    string `json:"key"`
	Reason string `json:"reason"`
	*place
}

type droppedDocument struct {
	Key      string  `json:"key"`
	Value    *string `json:"value,omitempty"`
	Layer    string  `json:"layer"`
	Spelling string  `json:"spelling,omitempty"`
	Reason   string  `json:"reason"`
	*place
}

func (r *redactor) job(j *conf.Job) jobDocument {
	d := jobDocument{
		Name: j.Name, Kind: j.Kind, Complete: j.Complete, place: beginning(placeAt(j.At.Root())),
		ClusterManager: string(j.Manager), DeployMode: string(j.DeployMode), SparkVersion: j.SparkVersion, Unseen: r.text(string(j.Unseen)),
		Profile: []profileDocument{}, Settings: []settingDocument{}, Unknown: []unknownDocument{}, Dropped: []droppedDocument{},
		Facts: map[string]factDocument{}, Undecided: map[string]string{},
	}
	if file := j.Application.File; file.Unknown == "" {
		d.Application = r.text(file.Raw)
	}
	for _, said := range j.Profile.Said() {
		d.Profile = append(d.Profile, profileDocument{
			said.Name, r.text(said.Raw), r.plain(said.Typed), said.Origin, r.text(string(said.Unknown)), beginning(placeAt(said.At.Root())),
		})
	}
	for _, name := range j.Written() {
		r.setting(j.Setting(name), &d)
	}
	for _, f := range facts.Of(j).All() {
		switch f.State {
		case facts.Known:
			d.Facts[f.Definition.Name] = r.fact(f)
		case facts.Undecided:
			d.Undecided[f.Definition.Name] = r.text(string(f.Reason))
		}
	}
	return d
}

// setting files what was written for a key under settings, unknown or dropped.
func (r *redactor) setting(s *conf.Setting, d *jobDocument) {
	for i := range s.Stack {
		if a := &s.Stack[i]; a.Dropped != "" {
			d.Dropped = append(d.Dropped, droppedDocument{s.Name, r.raw(a), a.LayerName(), a.Spelling, r.text(a.Dropped), beginning(placeAt(placeOf(a)))})
		}
	}
	a := s.Effective()
	if a == nil {
		return
	}
	at := beginning(placeAt(placeOf(a)))
	if a.Value.Unknown != "" {
		d.Unknown = append(d.Unknown, unknownDocument{s.Name, r.text(string(a.Value.Unknown)), at})
		return
	}
	setting := settingDocument{
		Key: s.Name, Value: r.value(a.Key, a.Value.Raw), Typed: r.plain(a.Value.Typed), Invalid: r.about(s, a.Value.Invalid),
		Layer: a.LayerName(), Spelling: a.Spelling, place: at, Overrides: r.overrides(s.Overridden()),
	}
	if secret.Named(a.Key) && setting.Typed != nil {
		setting.Typed = mask
	}
	d.Settings = append(d.Settings, setting)
}

// beginning leaves out where a place ends.
func beginning(at *place) *place {
	if at == nil {
		return nil
	}
	return &place{File: at.File, Line: at.Line, Column: at.Column}
}
