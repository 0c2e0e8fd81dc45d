using M2mVsIoTSim.Scenarios.Files;

namespace M2mVsIoTSim.Tests.Scenarios.Files;

[TestFixture]
public sealed class YamlTreeTests
{
    private static string Mistakes(string text)
    {
        var problems = new Problems();
        YamlTree.Parse(text, "f.yaml", problems);
        return problems.ToString();
    }

    private static YamlMapping Mapping(string text)
    {
        var problems = new Problems();
        return YamlTree.Parse(text, "f.yaml", problems) as YamlMapping ?? throw new AssertionException(problems.ToString());
    }

    private static (YamlMapping? Tree, string Problems) With(string text, string path, string value)
    {
        var problems = new Problems();
        return ((YamlMapping?)YamlTree.With(Mapping(text), path, value, "--set", problems), problems.ToString());
    }

    [Test]
    public void Keys_keep_their_order() => Assert.That(Mapping("b: 1\na: 2").Keys, Is.EqualTo(["b", "a"]));

    [Test]
    public void A_value_knows_its_place() =>
        Assert.That(Mapping("a:\n  b: 1").Find("a")!.Place, Is.EqualTo(new SourcePosition("f.yaml", 2, 3)));

    [Test]
    public void A_quoted_text_is_known_as_such() => Assert.That(((YamlScalar)Mapping("a: 'null'").Find("a")!).IsNull, Is.False);

    [Test]
    public void An_alias_stands_for_its_value() => Assert.That(Mapping("a: &x [1]\nb: *x").Find("b"), Is.InstanceOf<YamlSequence>());

    [TestCase("a: 1\nb: 2\na: 3", "f.yaml:3:1: key 'a' is given twice, first at f.yaml:1:1; keep one")]
    [TestCase("a: *x", "f.yaml:1:4: alias '*x' stands for nothing; write '&x' before the value it repeats, earlier in the file")]
    [TestCase("a: &x { b: *x }", "f.yaml:1:12: alias '*x' stands for nothing; write '&x' before the value it repeats, earlier in the file")]
    [TestCase("a: 1\n---\nb: 2", "f.yaml:2:1: a second document starts here; a file holds one")]
    [TestCase("a: !x 1", "f.yaml:1:4: tag '!x' has no meaning here; leave it out")]
    [TestCase("[a]: 1", "f.yaml:1:1: a key is a plain name, not a list or a mapping")]
    [TestCase(": 1", "f.yaml:1:1: a key is missing before ':'")]
    [TestCase("", "f.yaml:1:1: the file is empty")]
    [TestCase("# only a comment", "f.yaml:1:1: the file is empty")]
    public void What_we_do_not_read_is_told(string text, string message) => Assert.That(Mistakes(text), Is.EqualTo(message));

    [Test]
    public void A_merge_key_is_refused_with_advice() =>
        Assert.That(
            Mistakes("a: &x { b: 1 }\nc: { <<: *x }"),
            Does.StartWith("f.yaml:2:6: merge keys ('<<') are not read; write the entries out")
        );

    [TestCase("a: { b: >= 98 % }", "put a value that starts with '>' in quotes")]
    [TestCase("a: >= 98 %", "put a value that starts with '>' in quotes")]
    [TestCase("a: %5", "put a value that starts with '%' in quotes")]
    [TestCase("a:\n\tb: 1", "indent with spaces, not with tabs (line 2)")]
    public void A_syntax_error_comes_with_advice(string text, string advice) => Assert.That(Mistakes(text), Does.Contain(advice));

    [TestCase("a: [1, 2")]
    [TestCase("a: b: c")]
    [TestCase("a: 'x")]
    [TestCase("- a\nb: 1")]
    [TestCase("a:\n  b: { c: 1\n  d: 2\ne: 3")]
    public void A_syntax_error_has_a_place(string text) =>
        Assert.That(Mistakes(text), Does.Match("^f.yaml:[1-9][0-9]*:[1-9][0-9]*: this is not valid YAML: .+$"));

    [Test]
    public void Deep_nesting_is_refused() => Assert.That(Mistakes(new string('[', 100)), Does.Contain("nested more than 64 deep"));

    [Test]
    public void Many_small_aliases_do_not_make_a_huge_tree()
    {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var level = 1; level < 9; level++)
        {
            text += $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n";
        }

        Assert.That(Mistakes(text), Does.Contain("more than 200000 values"));
    }

    [TestCase("a: !\u202ex 1")]
    [TestCase("\"a\\nb\\eb\": 1\n\"a\\nb\\eb\": 2")]
    public void A_message_is_one_line_of_visible_characters(string text) =>
        Assert.That(Mistakes(text), Does.Not.Match(@"[\p{Cc}\u202e]").And.Match("^f.yaml:"));

    [Test]
    public void A_text_that_is_too_long_is_refused() =>
        Assert.That(
            Mistakes(new string('x', YamlTree.MaximumLength + 1)),
            Is.EqualTo($"f.yaml:1:1: the file is longer than {YamlTree.MaximumLength} characters; large tables belong into a CSV file")
        );

    [Test]
    [Platform(Exclude = "Win", Reason = "It has no such file.")]
    public void A_file_that_never_ends_is_refused()
    {
        var problems = new Problems();
        YamlTree.Load("/dev/zero", problems);

        Assert.That(problems.ToString(), Does.StartWith("/dev/zero:1:1: the file is longer than "));
    }

    [TestCase("[")]
    [TestCase("{ a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    public void Nesting_without_end_is_refused_where_it_gets_too_deep(string opening) =>
        Assert.That(
            Mistakes(string.Concat(Enumerable.Repeat(opening, 100_000))),
            Does.Match(@"^f\.yaml:1:\d+: values are nested more than 64 deep; no scenario needs that$")
        );

    [Test]
    public void Aliases_of_aliases_are_nested_too() =>
        Assert.That(
            Mistakes(string.Join('\n', Enumerable.Range(1, 100).Select(i => $"a{i}: &a{i} [*a{i - 1}]").Prepend("a0: &a0 [x]"))),
            Does.Contain("nested more than 64 deep")
        );

    [Test]
    public void A_missing_file_is_a_problem()
    {
        var problems = new Problems();
        YamlTree.Load("no-such.yaml", problems);

        Assert.That(problems.ToString(), Is.EqualTo("no-such.yaml: there is no such file"));
    }

    [Test]
    public void A_value_can_be_set() => Assert.That(Text(With("a: { b: 1 }", "a.b", "5 km").Tree, "a", "b"), Is.EqualTo("5 km"));

    [Test]
    public void Setting_leaves_the_old_tree_alone()
    {
        var old = Mapping("a: 1");
        YamlTree.With(old, "a", "2", "--set", new Problems());

        Assert.That(Text(old, "a"), Is.EqualTo("1"));
    }

    [Test]
    public void A_value_that_was_set_says_so() =>
        Assert.That(
            ((YamlMapping)With("a: { b: 1 }", "a.b", "x").Tree!.Find("a")!).Find("b")!.Place,
            Is.EqualTo(new SourcePosition("--set a.b"))
        );

    [Test]
    public void A_leaf_can_be_added() => Assert.That(Text(With("a: {}", "a.b", "1").Tree, "a", "b"), Is.EqualTo("1"));

    [Test]
    public void An_item_can_be_set_by_its_number() =>
        Assert.That(Text(((YamlSequence)With("a: [x, y]", "a.1", "z").Tree!.Find("a")!).Items[1]), Is.EqualTo("z"));

    [Test]
    public void A_key_with_points_is_found() =>
        Assert.That(Text(With("cross: { meter.count: 1 }", "cross.meter.count", "7").Tree, "cross", "meter.count"), Is.EqualTo("7"));

    [Test]
    public void A_list_can_be_set() =>
        Assert.That(((YamlSequence)With("a: 1", "a", "[1, 2]").Tree!.Find("a")!).Items, Has.Count.EqualTo(2));

    [TestCase("jobs.x", "--set jobs.x: unknown name 'jobs'; did you mean 'job'? Legal here: job, hops")]
    [TestCase("job.x.y", "--set job.x.y: there is nothing called 'x' inside of the value '1' at f.yaml:1:6")]
    [TestCase("hops.2.x", "--set hops.2.x: the list at f.yaml:2:7 has no item '2'; its items are 0 to 0")]
    [TestCase("hops..x", "--set hops..x: 'hops..x' is not a path; a path is names joined by points, such as 'study.seed'")]
    public void A_path_that_leads_nowhere_is_told(string path, string message) =>
        Assert.That(With("job: 1\nhops: [{ a: 1 }]", path, "1").Problems, Is.EqualTo(message));

    private static string Text(YamlNode? node, params string[] path) =>
        ((YamlScalar)path.Aggregate(node, (at, key) => ((YamlMapping)at!).Find(key))!).Text;
}
