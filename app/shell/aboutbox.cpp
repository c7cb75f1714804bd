// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "aboutbox.h"

#include <app/style/label.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

struct Part
{
    QString name;
    QString licence;
    QString why;
};

// Qt's own version is the one that runs; the others are what the program was made with.
std::vector<Part> partsOfProgram()
{
    return {{u"Qt %1"_s.arg(QLatin1StringView(qVersion())), u"LGPL-3.0"_s,
             AboutBox::tr("the window, threads and sockets")},
            {u"Qt Charts"_s, u"GPL-3.0"_s, AboutBox::tr("the time line and the capacity")},
            {u"QCoro"_s, u"MIT"_s, AboutBox::tr("coroutines with Qt")},
            {u"SQLite"_s, AboutBox::tr("public domain"), AboutBox::tr("one database for each service")},
            {u"llhttp"_s, u"MIT"_s, AboutBox::tr("reading HTTP")},
            {u"Graphviz"_s, u"EPL-1.0"_s, AboutBox::tr("arranging the picture")},
            {u"tl::expected"_s, u"CC0-1.0"_s, AboutBox::tr("results that may be errors")},
            {u"Nettle"_s, u"LGPL-3.0-or-later"_s, AboutBox::tr("passwords")},
            {u"OpenSSL"_s, u"Apache-2.0"_s, AboutBox::tr("sessions that are signed")},
            {u"librabbitmq"_s, u"MIT"_s, AboutBox::tr("messages through RabbitMQ, if you wish")},
            {u"librdkafka"_s, u"BSD-2-Clause"_s, AboutBox::tr("messages through Kafka, if you wish")}};
}

QString licencesAsHtml()
{
    QString html
        = AboutBox::tr("<p>Faultline is free software: you may pass it on and change it under the terms of "
                       "the <b>GNU General Public License, version 3 or later</b>. It comes without any "
                       "warranty. The whole text is in the file LICENSE and at "
                       "https://www.gnu.org/licenses/gpl-3.0.html.</p><p>It is built with:</p>");
    html += u"<table cellspacing='0' cellpadding='3'>"_s;
    for (const auto &part : partsOfProgram())
        html += u"<tr><td><b>%1</b></td><td>%2</td><td>%3</td></tr>"_s.arg(
            part.name.toHtmlEscaped(), part.licence.toHtmlEscaped(), part.why.toHtmlEscaped());
    return html + u"</table>"_s;
}

} // namespace

AboutBox::AboutBox(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Faultline"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(10);
    column->addWidget(style::label(tr("Faultline %1").arg(QStringLiteral(FAULTLINE_VERSION)), "title"));
    column->addWidget(
        style::label(tr("One online shop, seen as a monolith and as microservices, both running for real. "
                        "Copyright 2026 The Faultline authors."),
                     "subtle"));
    auto *licences = new QTextBrowser;
    licences->setAccessibleName(tr("Licences"));
    licences->setHtml(licencesAsHtml());
    licences->setOpenExternalLinks(false);
    licences->setMinimumSize(520, 350);
    column->addWidget(licences, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace app::shell
