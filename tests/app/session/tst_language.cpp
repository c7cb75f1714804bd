// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/session/language.h>

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using app::session::Language;

namespace {

QString monolith()
{
    return QCoreApplication::translate("app::shell::TopBar", "Side by si&de");
}

QString cancel() // of Qt's dialogues
{
    return QCoreApplication::translate("QPlatformTheme", "Cancel");
}

} // namespace

class TestLanguage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void followsTheSystem_data()
    {
        QTest::addColumn<QLocale>("system");
        QTest::addColumn<QString>("spoken");
        QTest::addRow("German") << QLocale(u"de_DE"_s) << u"de"_s;
        QTest::addRow("Austrian") << QLocale(u"de_AT"_s) << u"de"_s;
        QTest::addRow("British") << QLocale(u"en_GB"_s) << u"en"_s;
        QTest::addRow("a language that we do not have") << QLocale(u"fr_FR"_s) << u"en"_s;
        QTest::addRow("none") << QLocale::c() << u"en"_s;
    }
    void followsTheSystem()
    {
        QFETCH(QLocale, system);
        QFETCH(QString, spoken);
        Language language(system);
        for (const QString &choice : {u"system"_s, QString(), u"klingon"_s}) {
            language.speak(choice);
            QCOMPARE(language.spoken(), spoken);
            QCOMPARE(monolith() == u"Side by si&de", spoken == u"en");
        }
    }

    void speaksWhatWasChosen()
    {
        Language language(QLocale(u"fr_FR"_s));
        language.speak(u"de"_s);
        QCOMPARE(monolith(), u"Nebenein&ander"_s);
        QCOMPARE(cancel(), u"Abbrechen"_s);
        QCOMPARE(QLocale().toString(1440.5), u"1.440,5"_s);
        language.speak(u"en"_s);
        QCOMPARE(monolith(), u"Side by si&de"_s);
        QCOMPARE(cancel(), u"Cancel"_s);
        QCOMPARE(QLocale().toString(1440.5), u"1,440.5"_s);
    }

    void writesNumbersAsTheSystemDoesWhereItSpeaksTheSame()
    {
        Language language(QLocale(u"de_CH"_s));
        language.speak(u"de"_s);
        QCOMPARE(QLocale(), QLocale(u"de_CH"_s));
        language.speak(u"en"_s);
        QCOMPARE(QLocale().language(), QLocale::English);
    }

    void countsAsEachLanguageDoes()
    {
        const auto instances = [](int count) {
            return QCoreApplication::translate("app::charts", "%1: %n instances", nullptr, count);
        };
        Language language;
        language.speak(u"en"_s);
        QCOMPARE(instances(1), u"%1: 1 instance"_s);
        QCOMPARE(instances(2), u"%1: 2 instances"_s);
        language.speak(u"de"_s);
        QCOMPARE(instances(1), u"%1: 1 Instanz"_s);
        QCOMPARE(instances(2), u"%1: 2 Instanzen"_s);
    }

    void eachChoiceHasItsName()
    {
        const auto choices = Language::choices();
        QCOMPARE(choices.first(), u"system"_s);
        for (const QString &choice : choices)
            QCOMPARE(Language::nameOf(choice).isEmpty(), choice == u"system");
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
