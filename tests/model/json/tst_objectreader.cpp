// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/json/objectreader.h>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace model::json;
using namespace std::chrono_literals;

// Reading members: what comes back when they are wrong, and what is reported.
class TestObjectReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsThere();
    void fallsBackOnlyWhenAbsent();
    void reportsWhatIsMissing();
    void keepsPositionsOfWrongElements();
    void reportsStrangers();
    void readsObjectsByName();
    void escapesPointers();
    void choosesAmongWords();
    void capsLongLists();
    void roundsToMicroseconds();

private:
    static QString printed(const Problems &problems)
    {
        QString all;
        for (const Problem &problem : problems.all())
            all += problem.pointer + u' ' + problem.message + u'\n';
        return all;
    }
};

void TestObjectReader::readsWhatIsThere()
{
    Problems problems;
    ObjectReader in({{u"t"_s, u"text"_s},
                     {u"i"_s, 3},
                     {u"n"_s, 2.5},
                     {u"f"_s, true},
                     {u"ms"_s, 1.5},
                     {u"ts"_s, QJsonArray{u"a"_s, u"b"_s}},
                     {u"m"_s, QJsonObject{{u"k"_s, u"v"_s}}}},
                    {}, problems);
    QCOMPARE(in.text(u"t"_s), u"text"_s);
    QCOMPARE(in.integer(u"i"_s, {1, 3}), 3);
    QCOMPARE(in.number(u"n"_s, {0, 10}), 2.5);
    QVERIFY(in.flag(u"f"_s));
    QCOMPARE(in.milliseconds(u"ms"_s, {0, 10}), 1500us);
    QCOMPARE(in.texts(u"ts"_s, identifier(), Presence::Required), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(in.textsByName(u"m"_s), (QMap<QString, QString>{{u"k"_s, u"v"_s}}));
    in.finish();
    QVERIFY2(problems.isEmpty(), qPrintable(printed(problems)));
}

void TestObjectReader::fallsBackOnlyWhenAbsent()
{
    Problems problems;
    ObjectReader in({{u"wrong"_s, u"x"_s}}, {}, problems);
    QCOMPARE(in.integer(u"absent"_s, {1, 9}, 5), 5);
    QVERIFY(problems.isEmpty());
    QCOMPARE(in.integer(u"wrong"_s, {1, 9}, 5), 5);
    QCOMPARE(printed(problems), u"/wrong Write a whole number from 1 to 9 instead of \"x\".\n"_s);
}

void TestObjectReader::reportsWhatIsMissing()
{
    Problems problems;
    ObjectReader in({}, u"/a"_s, problems);
    in.text(u"t"_s);
    in.flag(u"f"_s);
    in.objects(u"o"_s, Presence::Required, [](ObjectReader &) { QFAIL("There is nothing to read"); });
    in.objects(u"p"_s, Presence::Optional, [](ObjectReader &) { QFAIL("There is nothing to read"); });
    QCOMPARE(printed(problems),
             u"/a \"t\" is missing. Add it with a text of 1 to 500 characters on one line.\n"
             "/a \"f\" is missing. Add it with true or false.\n"
             "/a \"o\" is missing. Add it with a list of objects.\n"_s);
}

void TestObjectReader::keepsPositionsOfWrongElements()
{
    Problems problems;
    const QJsonArray list{QJsonObject{{u"id"_s, u"a"_s}}, 7, QJsonObject{{u"id"_s, u"c"_s}}};
    ObjectReader in({{u"l"_s, list}, {u"t"_s, QJsonArray{u"a"_s, u"B"_s, u"a"_s}}}, {}, problems);
    QStringList ids;
    in.objects(u"l"_s, Presence::Required,
               [&](ObjectReader &each) { ids.append(each.text(u"id"_s, identifier())); });
    QCOMPARE(ids, (QStringList{u"a"_s, QString(), u"c"_s}));
    QCOMPARE(in.texts(u"t"_s, identifier(), Presence::Optional), (QStringList{u"a"_s, QString(), u"a"_s}));
    QCOMPARE(problems.all().size(), 3U);
    QCOMPARE(problems.all()[0].pointer, u"/l/1"_s);
    QCOMPARE(problems.all()[1].pointer, u"/t/1"_s);
    QCOMPARE(problems.all()[2].pointer, u"/t/2"_s);
}

void TestObjectReader::reportsStrangers()
{
    Problems problems;
    ObjectReader in({{u"titel"_s, 1}, {u"zzz"_s, 1}, {u"$comment"_s, 1}}, {}, problems);
    in.text(u"title"_s, sentence(), QString());
    in.finish();
    QCOMPARE(printed(problems),
             u"/titel \"titel\" is not known here. Did you mean \"title\"?\n"
             "/zzz \"zzz\" is not known here. Remove it; what may stand here is \"title\".\n"_s);
}

void TestObjectReader::readsObjectsByName()
{
    Problems problems;
    ObjectReader in(
        {{u"o"_s, QJsonObject{{u"a"_s, QJsonObject{{u"n"_s, 1}}}, {u"b"_s, QJsonObject{{u"x"_s, 1}}}}}}, {},
        problems);
    QStringList names;
    in.objectsByName(u"o"_s, Presence::Required, [&](const QString &name, ObjectReader &each) {
        names.append(name);
        each.integer(u"n"_s, {0, 9}, 0);
    });
    QCOMPARE(names, (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(problems.all().size(), 1U);
    QCOMPARE(problems.all().front().pointer, u"/o/b/x"_s);
}

void TestObjectReader::escapesPointers()
{
    Problems problems;
    ObjectReader in({{u"a/b~c"_s, 1}}, {}, problems);
    in.finish();
    QCOMPARE(problems.all().front().pointer, u"/a~1b~0c"_s);
}

void TestObjectReader::choosesAmongWords()
{
    enum class Size
    {
        Small,
        Large
    };
    const Choices<Size> sizes{{u"small"_s, Size::Small}, {u"large"_s, Size::Large}};
    Problems problems;
    ObjectReader in({{u"a"_s, u"large"_s}, {u"b"_s, u"lrage"_s}, {u"c"_s, true}}, {}, problems);
    QVERIFY(in.choice(u"a"_s, sizes) == Size::Large);
    QVERIFY(in.choice<Size>(u"absent"_s, sizes, Size::Large) == Size::Large);
    QVERIFY(problems.isEmpty());
    in.choice(u"b"_s, sizes);
    in.choice(u"c"_s, sizes);
    QCOMPARE(printed(problems),
             u"/b Write \"small\" or \"large\" instead of \"lrage\". Did you mean \"large\"?\n"
             "/c Write \"small\" or \"large\" instead of true.\n"_s);
}

void TestObjectReader::capsLongLists()
{
    QJsonArray many;
    for (int i = 0; i <= 10'000; ++i)
        many.append(i);
    Problems problems;
    ObjectReader in({{u"l"_s, many}}, {}, problems);
    in.objects(u"l"_s, Presence::Required, [](ObjectReader &) { QFAIL("Nothing of it is read"); });
    QCOMPARE(printed(problems), u"/l This list has 10001 elements. Keep it to 10000.\n"_s);
}

void TestObjectReader::roundsToMicroseconds()
{
    Problems problems;
    ObjectReader in({{u"a"_s, 0.1}, {u"b"_s, 2.3456789}, {u"c"_s, 1e308}}, {}, problems);
    QCOMPARE(in.milliseconds(u"a"_s, {0, 10}), 100us);
    QCOMPARE(in.milliseconds(u"b"_s, {0, 10}), 2346us);
    QVERIFY(problems.isEmpty());
    QCOMPARE(in.milliseconds(u"c"_s, {1, 10}), 1000us);
    QCOMPARE(problems.all().size(), 1U);
}

QTEST_GUILESS_MAIN(TestObjectReader)
#include "tst_objectreader.moc"
