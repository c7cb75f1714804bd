// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "servedshop.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

#include <tests/support/filelimit.h>

using namespace Qt::StringLiterals;
using namespace tests::clients;

namespace {

QString run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(60000);
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

} // namespace

// Programs that we did not write talk to the served shop.
class TestPrograms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const tests::support::FileLimit few(96); // inherited: it must help itself to more
        m_shop = std::make_unique<ServedShop>(QStringList{u"--shoppers"_s, u"0"_s});
        QVERIFY2(m_shop->isServing(), qPrintable(m_shop->complaint()));
    }
    void cleanupTestCase() { QCOMPARE(m_shop->stop(), 0); }

    void mayOpenAsManyFilesAsTheSystemAllows()
    {
        QFile file(u"/proc/%1/limits"_s.arg(m_shop->processId()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        static const QRegularExpression line(u"Max open files +(\\w+) +(\\w+)"_s);
        const auto match = line.match(QString::fromLatin1(file.readAll()));
        QVERIFY(match.hasMatch());
        QCOMPARE(match.captured(1), match.captured(2));
    }

    void curlAsks_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::addRow("for the page") << QStringList{} << u"/"_s << u"<!DOCTYPE html>"_s;
        QTest::addRow("for products") << QStringList{} << u"/api/products?size=2"_s << u"\"items\""_s;
        QTest::addRow("for the head only") << QStringList{u"-I"_s} << u"/api/products"_s << u"HTTP/1.1 200"_s;
        QTest::addRow("for what is not there")
            << QStringList{u"-i"_s} << u"/api/products/none"_s << u"application/problem+json"_s;
        QTest::addRow("with a chunked body")
            << QStringList{u"-i"_s, u"-H"_s, u"Transfer-Encoding: chunked"_s, u"-d"_s,
                           uR"({"email":"shopper-001@example.test","password":"faultline-demo"})"_s}
            << u"/api/sessions"_s << u"\"token\""_s;
        QTest::addRow("with an expectation of 100-continue")
            << QStringList{u"-v"_s, u"-H"_s, u"Expect: 100-continue"_s, u"-d"_s,
                           uR"({"email":"shopper-001@example.test","password":"faultline-demo"})"_s}
            << u"/api/sessions"_s << u"100 Continue"_s;
        QTest::addRow("with a strange host")
            << QStringList{u"-i"_s, u"-H"_s, u"Host: evil.example"_s} << u"/"_s << u"HTTP/1.1 421"_s;
    }
    void curlAsks()
    {
        if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
            QSKIP("curl is not installed: ./dev test installs it");
        QFETCH(QStringList, arguments);
        QFETCH(QString, path);
        QFETCH(QString, expected);
        for (const auto &packaging : {u"monolith"_s, u"microservices"_s}) {
            const auto url = m_shop->storefront(packaging).toString() + path;
            const auto output = run(
                u"curl"_s, QStringList{u"-sS"_s, u"--max-time"_s, u"20"_s} + arguments + QStringList{url});
            QVERIFY2(output.contains(expected), qPrintable(output));
        }
    }

    void wrkLoadsTheDoorWithoutAnError()
    {
        if (QStandardPaths::findExecutable(u"wrk"_s).isEmpty())
            QSKIP("wrk is not installed: ./dev test installs it");
        const auto seconds = qEnvironmentVariable("FAULTLINE_WRK_SECONDS", u"2"_s);
        const auto url = m_shop->storefront(u"microservices"_s).toString() + u"/"_s;
        const auto output = run(u"wrk"_s, {u"-t1"_s, u"-c64"_s, u"-d%1s"_s.arg(seconds), url});
        QVERIFY2(!output.contains(u"Socket errors"_s), qPrintable(output));
        static const QRegularExpression rate(u"Requests/sec:\\s+([0-9.]+)"_s);
        QVERIFY2(rate.match(output).captured(1).toDouble() > 0, qPrintable(output));
        QCOMPARE(ask("GET", QUrl(url)).status, 200);
    }

private:
    std::unique_ptr<ServedShop> m_shop;
};

QTEST_GUILESS_MAIN(TestPrograms)
#include "tst_programs.moc"
