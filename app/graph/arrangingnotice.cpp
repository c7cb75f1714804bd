// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "arrangingnotice.h"

#include <app/style/label.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace app::graph {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patienceWithLayout = 500ms; // until somebody wonders

} // namespace

ArrangingNotice::ArrangingNotice(int boxes, QWidget *parent)
    : QWidget(parent)
    , m_boxes(boxes)
    , m_words(style::label({}, "subtle"))
    , m_progress(new QProgressBar)
    , m_button(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 8, 2);
    m_progress->setRange(0, 0); // how long it takes is not known before
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(90, 6);
    m_progress->setAccessibleName(tr("Arranging the picture"));
    m_button->setProperty("extent", u"small"_s);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_button);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceWithLayout);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        say(tr("Arranging %1 boxes. The table has them already.").arg(QLocale().toString(m_boxes)), true);
    });
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (!m_isWaiting) {
            Q_EMIT wantedAgain();
            return;
        }
        Q_EMIT cancelled();
        say(tr("The picture was not arranged anew."), false);
    });
    hide();
}

void ArrangingNotice::say(const QString &words, bool isWaiting)
{
    m_isWaiting = isWaiting;
    m_words->setText(words);
    m_progress->setVisible(isWaiting);
    m_button->setText(isWaiting ? tr("Cancel") : tr("Arrange it"));
    show();
}

void ArrangingNotice::wait()
{
    hide();
    m_patience.start();
}

void ArrangingNotice::stop()
{
    m_patience.stop();
    hide();
}

} // namespace app::graph
