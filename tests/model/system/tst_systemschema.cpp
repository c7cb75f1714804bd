// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <model/system/systemreader.h>

#include <QTest>

#include <tests/model/schema/jsonedit.h>
#include <tests/model/schema/mutants.h>

using namespace Qt::StringLiterals;
using namespace tests::schema;
using model::system::SystemReader;

// The published schema and the reader say the same.
class TestSystemSchema : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void describesEachShippedSystem_data();
    void describesEachShippedSystem();
    void describesNothingThatTheExampleLacks();
    void readerRefusesWhatTheSchemaForbids();
    void readerAcceptsTheEndsOfEachRange();
    void conditionsHold_data();
    void conditionsHold();

private:
    static QByteArray printed(const auto &system)
    {
        return system ? QByteArray()
                      : (system.error().front().subject + system.error().front().message).toUtf8();
    }
    const JsonSchema m_schema{valueOf(sourceFile(u"resources/schema/system.schema.json"_s)).toObject()};
    const QJsonValue m_example = valueOf(sourceFile(u"resources/systems/library.json"_s));
};

void TestSystemSchema::describesEachShippedSystem_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("the shop") << u"resources/systems/shop.json"_s;
    QTest::newRow("the library") << u"resources/systems/library.json"_s;
}

void TestSystemSchema::describesEachShippedSystem()
{
    QFETCH(QString, path);
    QCOMPARE(m_schema.faults(valueOf(sourceFile(path))), QStringList());
}

void TestSystemSchema::describesNothingThatTheExampleLacks()
{
    QCOMPARE(unusedMembers(m_schema, m_example), QStringList());
}

void TestSystemSchema::readerRefusesWhatTheSchemaForbids()
{
    const auto mutants = badMutants(m_schema, m_example);
    QVERIFY2(mutants.size() > 200, qPrintable(QString::number(mutants.size())));
    for (const Mutant &mutant : mutants) {
        QVERIFY2(!m_schema.faults(mutant.document).isEmpty(), qPrintable(mutant.name));
        QVERIFY2(!SystemReader::readText(textOf(mutant.document), u"f"_s), qPrintable(mutant.name));
    }
}

void TestSystemSchema::readerAcceptsTheEndsOfEachRange()
{
    for (const Mutant &mutant : edgeMutants(m_schema, m_example)) {
        if (mutant.name.contains(u"inFlightLimit at its min"_s)
            || mutant.name.contains(u"workers at its max"_s) || mutant.name.contains(u"AfterMs"_s))
            continue; // contradict each other, as they should
        QCOMPARE(m_schema.faults(mutant.document), QStringList());
        const auto system = SystemReader::readText(textOf(mutant.document), u"f"_s);
        QVERIFY2(system.has_value(), mutant.name.toUtf8() + printed(system));
    }
}

void TestSystemSchema::conditionsHold_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QJsonValue>("to");
    const QString optional = u"/capabilities/0/endpoints/0/calls/1/fallback"_s;
    const QString required = u"/capabilities/0/endpoints/0/calls/0/fallback"_s;
    QTest::newRow("an optional call has a fallback") << optional << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("a required call has none") << required << QJsonValue(u"nothing"_s);
    QTest::newRow("a GET is idempotent") << u"/capabilities/0/endpoints/0/idempotent"_s << QJsonValue(false);
}

void TestSystemSchema::conditionsHold()
{
    QFETCH(QString, change);
    QFETCH(QJsonValue, to);
    const QJsonValue wrong = edited(m_example, change, to);
    QVERIFY(!m_schema.faults(wrong).isEmpty());
    QVERIFY(!SystemReader::readText(textOf(wrong), u"f"_s));
}

QTEST_GUILESS_MAIN(TestSystemSchema)
#include "tst_systemschema.moc"
