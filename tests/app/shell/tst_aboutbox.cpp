// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/aboutbox.h>

#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using app::shell::AboutBox;

// What is in the program is named with the licence that it comes under.
class TestAboutBox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachPartHasItsLicence_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("licence");
        QTest::addRow("the window") << u"Qt %1"_s.arg(QLatin1StringView(qVersion())) << u"LGPL-3.0"_s;
        QTest::addRow("the charts") << u"Qt Charts"_s << u"GPL-3.0"_s; // not under the lesser one
        QTest::addRow("coroutines") << u"QCoro"_s << u"MIT"_s;
        QTest::addRow("the stores") << u"SQLite"_s << u"public domain"_s;
    }
    void eachPartHasItsLicence()
    {
        QFETCH(QString, part);
        QFETCH(QString, licence);
        const AboutBox box(nullptr);
        // Each cell is one.
        const auto lines = box.findChild<QTextBrowser *>()->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        const auto at = lines.indexOf(part);
        QVERIFY2(at >= 0, qPrintable(part));
        QCOMPARE(lines.value(at + 1), licence);
    }
};

QTEST_MAIN(TestAboutBox)
#include "tst_aboutbox.moc"
