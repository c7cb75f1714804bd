// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/storefront/page.h>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using services::shop::storefront::webPage;

namespace {

QByteArray between(const QByteArray &text, const QByteArray &from, const QByteArray &to)
{
    const auto start = text.indexOf(from) + from.size();
    return text.mid(start, text.indexOf(to, start) - start);
}

QByteArray hashOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toBase64();
}

} // namespace

class WebPageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePageIsWhole()
    {
        const auto page = webPage();
        QVERIFY(page.startsWith("<!DOCTYPE html>"));
        QVERIFY(page.trimmed().endsWith("</html>"));
        QVERIFY(!page.contains("{{"));
        for (const char *part :
             {"function element(", "async function ask(", "class Panel", "function goodsCard(",
              "function homeView(", "function productView(", "function accountView(",
              "const cart = ", "const till = ", "function ordersView(", "function showView("})
            QVERIFY2(page.contains(part), part);
    }

    // A wrong hash means a blank page.
    void thePolicyAllowsExactlyItsOwnScriptAndStyle()
    {
        const auto page = webPage();
        const auto script = between(page, "<script type=\"module\">", "</script>");
        const auto style = between(page, "<style>", "</style>");
        QVERIFY(script.size() > 10'000 && style.size() > 5'000);
        const auto policy = between(page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
        QVERIFY(policy.contains("script-src 'sha256-" + hashOf(script) + "';"));
        QVERIFY(policy.contains("style-src 'sha256-" + hashOf(style) + "';"));
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(!policy.contains("unsafe"));
    }

    void nothingIsFetchedFromElsewhere()
    {
        const auto page = QString::fromUtf8(webPage());
        static const QRegularExpression address(u"(https?:)?//[a-z0-9.-]+\\.[a-z]{2,}"_s);
        auto found = address.globalMatch(page);
        while (found.hasNext())
            QCOMPARE(found.next().captured(), u"http://www.w3.org"_s); // the name of SVG's namespace
    }

    void nothingIsWrittenAsMarkup_data()
    {
        QTest::addColumn<QByteArray>("word");
        for (const char *word :
             {"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"})
            QTest::newRow(word) << QByteArray(word);
    }
    void nothingIsWrittenAsMarkup()
    {
        QFETCH(QByteArray, word);
        QVERIFY(!webPage().contains(word));
    }
};

QTEST_GUILESS_MAIN(WebPageTest)
#include "tst_webpage.moc"
