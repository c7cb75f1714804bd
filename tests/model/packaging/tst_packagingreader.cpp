// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/packaging/packagingreader.h>
#include <model/packaging/presets.h>
#include <model/packaging/randompackaging.h>
#include <model/system/systemreader.h>

#include <QTest>

#include <tests/model/schema/jsonedit.h>
#include <tests/model/schema/mutants.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace model::packaging;
using namespace tests::schema;
using model::system::System;
using model::system::SystemReader;

// Packagings as files: what is written is read, and each mistake is named.
class TestPackagingReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote_data();
    void readsWhatItWrote();
    void putsCapabilitiesInTheSystemsOrder();
    void findsTheMistake_data();
    void findsTheMistake();
    void findsEachMistakeAtOnce();
    void refusesWhatTheSchemaForbids();
    void refusesFilesThatAreNone();

private:
    static System shop()
    {
        return SystemReader::readFile(QStringLiteral(FAULTLINE_SOURCE_DIR "/resources/systems/shop.json"))
            .value();
    }
    // By team, under a name of its own.
    QJsonValue good() const { return edited(valueOf(toJson(byTeam(m_shop))), u"/id"_s, u"mine"_s); }

    const System m_shop = shop();
    const JsonSchema m_schema{valueOf(sourceFile(u"resources/schema/packaging.schema.json"_s)).toObject()};
};

namespace {

QString printed(const model::result::Checked<Packaging> &packaging)
{
    QString all;
    for (const auto &error : packaging ? model::result::Errors{} : packaging.error())
        all += error.subject + u": "_s + error.message + u'\n';
    return all;
}

} // namespace

void TestPackagingReader::readsWhatItWrote_data()
{
    QTest::addColumn<Packaging>("packaging");
    for (const QString &id : presetIds())
        QTest::newRow(qPrintable(id)) << *preset(id, m_shop);
    for (std::uint32_t seed = 0; seed < 10; ++seed)
        QTest::addRow("random %u", seed) << randomPackaging(m_shop, seed);
    Packaging scaled = microservices(m_shop);
    scaled.units[2].instances = 3;
    QTest::newRow("a preset, scaled") << scaled;
}

void TestPackagingReader::readsWhatItWrote()
{
    QFETCH(Packaging, packaging);
    const auto read = PackagingReader::readText(toJson(packaging), u"p.json"_s, m_shop);
    QVERIFY2(read.has_value(), qPrintable(printed(read)));
    QCOMPARE(*read, packaging);
    QCOMPARE(m_schema.faults(valueOf(toJson(packaging))), QStringList());
}

void TestPackagingReader::putsCapabilitiesInTheSystemsOrder()
{
    const QJsonValue turned
        = edited(good(), u"/units/2/capabilities"_s, valueOf(R"(["recommendations","catalogue","search"])"));
    const auto read = PackagingReader::readText(textOf(turned), u"p"_s, m_shop);
    QVERIFY2(read.has_value(), qPrintable(printed(read)));
    QCOMPARE(read->units, byTeam(m_shop).units);
}

void TestPackagingReader::findsTheMistake_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, QString change, const char *to, QString subject, QString message) {
        QTest::newRow(name) << change << QByteArray(to) << subject << message;
    };
    row("a capability in no unit", u"/units/2/capabilities/0"_s, "", u"/units"_s,
        u"No unit holds \"catalogue\""_s);
    row("a capability in two units", u"/units/0/capabilities/-"_s, "\"cart\"", u"/units/3/capabilities/0"_s,
        u"already in a unit, at /units/0/capabilities/1"_s);
    row("a capability twice in one unit", u"/units/0/capabilities/-"_s, "\"storefront\"",
        u"/units/0/capabilities/1"_s, u"already in this list"_s);
    row("a capability of another system", u"/units/0/capabilities/0"_s, "\"storefrnt\"",
        u"/units/0/capabilities/0"_s, u"Did you mean \"storefront\"?"_s);
    row("a unit without capabilities", u"/units/0/capabilities"_s, "[]", u"/units/0/capabilities"_s,
        u"at least one element"_s);
    row("no units", u"/units"_s, "[]", u"/units"_s, u"at least one element"_s);
    row("two units of one id", u"/units/1/id"_s, "\"web\"", u"/units/1/id"_s,
        u"already a unit \"web\", at /units/0"_s);
    row("a unit named like a path", u"/units/1/id"_s, "\"../web\"", u"/units/1/id"_s,
        u"lower-case letters"_s);
    row("no instance", u"/units/1/instances"_s, "0", u"/units/1/instances"_s, u"from 1 to 64"_s);
    row("a thousand instances", u"/units/1/instances"_s, "1000", u"/units/1/instances"_s, u"from 1 to 64"_s);
    row("half an instance", u"/units/1/instances"_s, "1.5", u"/units/1/instances"_s, u"a whole number"_s);
    row("a misspelt member", u"/units/1/instnaces"_s, "2", u"/units/1/instnaces"_s,
        u"Did you mean \"instances\"?"_s);
    row("the name of a preset", u"/id"_s, "\"monolith\"", u"/id"_s, u"Choose another id"_s);
    row("no title", u"/title"_s, "", u""_s, u"\"title\" is missing"_s);
    row("a format of the future", u"/formatVersion"_s, "9", u"/formatVersion"_s, u"Update the program"_s);
}

void TestPackagingReader::findsTheMistake()
{
    QFETCH(QString, change);
    QFETCH(QByteArray, to);
    QFETCH(QString, subject);
    QFETCH(QString, message);
    const QByteArray text = textOf(edited(good(), change, valueOf(to)));
    const auto read = PackagingReader::readText(text, u"p"_s, m_shop);
    QVERIFY(!read);
    QVERIFY2(std::ranges::any_of(read.error(),
                                 [&](const auto &error) {
                                     return error.subject == u"p#"_s + subject
                                         && error.message.contains(message);
                                 }),
             qPrintable(printed(read)));
    QVERIFY2(read.error().size() <= 2, qPrintable(printed(read)));
}

void TestPackagingReader::findsEachMistakeAtOnce()
{
    QJsonValue wrong = edited(good(), u"/units/0/instances"_s, 0);
    wrong = edited(wrong, u"/units/1/capabilities/0"_s, u"nobody"_s);
    wrong = edited(wrong, u"/units/6/id"_s, u"web"_s);
    const auto read = PackagingReader::readText(textOf(wrong), u"p"_s, m_shop);
    QVERIFY(!read);
    QStringList subjects;
    for (const auto &error : read.error())
        subjects.append(error.subject);
    subjects.sort();
    QCOMPARE(subjects,
             (QStringList{u"p#/units"_s, u"p#/units/0/instances"_s, u"p#/units/1/capabilities/0"_s,
                          u"p#/units/6/id"_s}));
}

void TestPackagingReader::refusesWhatTheSchemaForbids()
{
    QCOMPARE(m_schema.faults(good()), QStringList());
    const QJsonValue all = edited(good(), u"/$schema"_s, u"x"_s);
    QCOMPARE(unusedMembers(m_schema, all), QStringList());
    const auto mutants = badMutants(m_schema, all);
    QVERIFY(mutants.size() > 40);
    for (const Mutant &mutant : mutants) {
        QVERIFY2(!m_schema.faults(mutant.document).isEmpty(), qPrintable(mutant.name));
        QVERIFY2(!PackagingReader::readText(textOf(mutant.document), u"p"_s, m_shop),
                 qPrintable(mutant.name));
    }
}

void TestPackagingReader::refusesFilesThatAreNone()
{
    const auto missing = PackagingReader::readFile(u"/nowhere/mine.json"_s, m_shop);
    QVERIFY(!missing);
    QCOMPARE(missing.error().front().kind, model::result::Kind::NotFound);
    QVERIFY(!PackagingReader::readText("{", u"p"_s, m_shop));
}

QTEST_GUILESS_MAIN(TestPackagingReader)
#include "tst_packagingreader.moc"
